import type { AddBannedWord, BannedWordList } from '../../worker/contract/banned-words'
import type { DelayNoticesView, DelayNoticeView, NewDelayNotice } from '../../worker/contract/delay-notices'
import type {
  Deadlines,
  ModerationSettings,
  ReasonRecord,
  ReasonRules,
  Rewording,
  UndeliveredMails,
} from '../../worker/contract/settings'
import { answerOf, api, bodiless } from './client'

export function getDeadlines(): Promise<Deadlines> {
  return answerOf(api.moderation.deadlines.$get())
}

export function getSettings(): Promise<ModerationSettings> {
  return answerOf(api.moderation.settings.$get())
}

export function saveSettings(settings: ModerationSettings): Promise<ModerationSettings> {
  return answerOf(api.moderation.settings.$post({ json: settings }))
}

export function getDelayNotices(): Promise<DelayNoticesView> {
  return answerOf(api.moderation['delay-notices'].$get())
}

export function sendDelayNotice(notice: NewDelayNotice): Promise<DelayNoticeView> {
  return answerOf(api.moderation['delay-notices'].$post({ json: notice }))
}

export function retryMail(id: number): Promise<UndeliveredMails> {
  const answer = api.moderation['undelivered-mails'][':id'].retry.$post(
    { param: { id: String(id) } },
    bodiless,
  )
  return answerOf(answer)
}

export async function setDuty(isOnDuty: boolean): Promise<void> {
  await answerOf(api.moderation.duty.$post({ json: { isOnDuty } }))
}

export async function getReasonRecords(): Promise<ReasonRecord[]> {
  return (await answerOf(api.moderation['reason-records'].$get())).items
}

export function rewordReason(id: string, json: Rewording): Promise<ReasonRecord> {
  return answerOf(api.moderation['reason-records'][':id'].wording.$post({ param: { id }, json }))
}

export function changeReasonRules(id: string, json: ReasonRules): Promise<ReasonRecord> {
  return answerOf(api.moderation['reason-records'][':id'].rules.$post({ param: { id }, json }))
}

export async function getBannedWords(): Promise<BannedWordList['items']> {
  return (await answerOf(api.staff['banned-words'].$get())).items
}

export async function addBannedWord(json: AddBannedWord): Promise<void> {
  await answerOf(api.staff['banned-words'].$post({ json }))
}

export async function removeBannedWord(word: string): Promise<void> {
  await answerOf(api.staff['banned-words'].remove.$post({ json: { word } }))
}
