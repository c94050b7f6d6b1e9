import type { EnterpriseState, VerificationMeans } from '../../contract/words'

/** By which means an enterprise gets from one state to another; a pair that is missing is refused. */
const moves: Record<EnterpriseState, Partial<Record<EnterpriseState, readonly VerificationMeans[]>>> = {
  unverified: { unverified: ['claim'], submitted: ['document'], verified: ['sign_on'] },
  submitted: { unverified: ['claim'], verified: ['staff', 'sign_on'], rejected: ['staff'] },
  verified: { unverified: ['claim'], rejected: ['staff'] },
  rejected: { unverified: ['claim'], submitted: ['document'], verified: ['sign_on'] },
}

export function canMove(from: EnterpriseState, to: EnterpriseState, means: VerificationMeans): boolean {
  return moves[from][to]?.includes(means) ?? false
}

/** What was or is being proven stands as it was shown. */
export function mayRename(state: EnterpriseState): boolean {
  return state === 'unverified' || state === 'rejected'
}
