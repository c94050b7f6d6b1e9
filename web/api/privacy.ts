import type { PrivacyDesk, PublishNotice } from '../../worker/contract/privacy'
import { answerOf, api } from './client'

export function getPrivacy(): Promise<PrivacyDesk> {
  return answerOf(api.admin.privacy.$get())
}

export function publishNotice(json: PublishNotice): Promise<PrivacyDesk> {
  return answerOf(api.admin.privacy.notices.$post({ json }))
}

export function saveContactMonths(contactMonths: number): Promise<PrivacyDesk> {
  return answerOf(api.admin.privacy['contact-months'].$post({ json: { contactMonths } }))
}
