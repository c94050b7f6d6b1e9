import type { EnterpriseView } from '../../worker/contract/enterprises'
import { inviteColleague } from '../../worker/services/enterprises/invite-colleague'
import { requestToJoin } from '../../worker/services/enterprises/request-to-join'
import { makeEnterprise, makeParticipant, type TestMember } from './make-enterprise'
import type { TestApp } from './test-app'

/** Somebody who asks to join an enterprise and waits. */
export async function makeJoinRequest(
  app: TestApp,
  { uscc }: Pick<EnterpriseView, 'uscc'>,
): Promise<{ id: string; member: TestMember }> {
  const member = await makeParticipant(app)
  const { request } = await requestToJoin(app.context(member.actor), uscc)
  if (!request) throw new Error('nothing was asked')
  return { id: request.id, member }
}

/** An open link for a colleague. */
export async function makeInvitationLink(
  app: TestApp,
  owner?: TestMember,
): Promise<{ id: string; token: string }> {
  const maker = owner ?? (await makeEnterprise(app)).owner
  const { invitation, token } = await inviteColleague(app.context(maker.actor), { part: 'drafter' })
  return { id: invitation.id, token }
}
