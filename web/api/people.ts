import type {
  Invite,
  InvitedView,
  PeopleView,
  PersonView,
  ResetView,
  RoleChange,
} from '../../worker/contract/people'
import { answerOf, api } from './client'

const { people, invitations } = api.admin

export function getPeople(after?: string): Promise<PeopleView> {
  return answerOf(people.$get({ query: { after } }))
}

export function invite(json: Invite): Promise<InvitedView> {
  return answerOf(invitations.$post({ json }))
}

export function revokeInvitation(id: string): Promise<{ id: string }> {
  return answerOf(invitations.revoke.$post({ json: { id } }))
}

export function disablePerson(id: string): Promise<PersonView> {
  return answerOf(people.disable.$post({ json: { id } }))
}

export function enablePerson(id: string): Promise<PersonView> {
  return answerOf(people.enable.$post({ json: { id } }))
}

export function changeRole(json: RoleChange): Promise<PersonView> {
  return answerOf(people.role.$post({ json }))
}

export function resetPerson(id: string): Promise<ResetView> {
  return answerOf(people.reset.$post({ json: { id } }))
}

export function resetSecondFactor(id: string): Promise<PersonView> {
  return answerOf(people['second-factor'].reset.$post({ json: { id } }))
}
