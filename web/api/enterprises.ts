import type {
  AccountChange,
  ClaimDecision,
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

export function decideClaim(id: string, claim: string, json: ClaimDecision): Promise<StaffEnterprise> {
  return answerOf(enterprises[':id'].claims[':claim'].$post({ param: { id, claim }, json }))
}

export function changeAccount(id: string, json: AccountChange): Promise<StaffEnterprise> {
  return answerOf(enterprises[':id'].accounts.$post({ param: { id }, json }))
}
