import type { ServiceContext } from '../../context'
import type { NewComment } from '../../contract/comments'
import { findMembership } from './membership'

/** True where somebody signs as the verified enterprise that they belong to: by its name and code, as they were verified. */
export async function signsVerified(
  ctx: ServiceContext,
  participant: NewComment['participant'],
): Promise<boolean> {
  if (participant.kind === 'individual') return false
  const membership = await findMembership(ctx)
  return (
    membership?.state === 'verified' &&
    membership.uscc === participant.uscc &&
    membership.name === participant.name &&
    membership.kind === participant.kind
  )
}
