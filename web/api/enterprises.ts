import type {
  EnterpriseList,
  EnterpriseQuery,
  StaffEnterprise,
  VerificationDecision,
} from '../../worker/contract/enterprises'
import { answerOf, api } from './client'

const { enterprises } = api.staff

export function getEnterprises(query: EnterpriseQuery): Promise<EnterpriseList> {
  return answerOf(enterprises.$get({ query }))
}

export function getEnterprise(id: string): Promise<StaffEnterprise> {
  return answerOf(enterprises[':id'].$get({ param: { id } }))
}

export function decideVerification(id: string, json: VerificationDecision): Promise<StaffEnterprise> {
  return answerOf(enterprises[':id'].verification.$post({ param: { id }, json }))
}
