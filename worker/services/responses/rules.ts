import type { ErrorCode } from '../../contract/errors'
import type { ResponseAct, ResponseState } from '../../contract/words'

/** Which act leads where; an act not listed for a state is refused. What is public gets a new version as a draft. */
export const transitions: Record<ResponseState, Partial<Record<ResponseAct, ResponseState>>> = {
  draft: { write: 'draft', review: 'reviewed', send_back: 'draft' },
  reviewed: { approve: 'approved', send_back: 'draft' },
  approved: { publish: 'published', send_back: 'draft' },
  published: { write: 'draft' },
}

export function nextState(state: ResponseState, act: ResponseAct): ResponseState | null {
  return transitions[state][act] ?? null
}

/** How somebody stands to a response. */
export interface Standing {
  state: ResponseState
  /** They wrote a version of what is not public yet. */
  isWriter: boolean
  /** It is their unit's, or no unit's. */
  isTheirs: boolean
  /** They are the head of its unit, or an administrator. */
  isHead: boolean
}

/**
 * Why somebody may not take a step; null where they may. Nobody outside its units has a hand in it, nobody reviews or approves
 * what they wrote in part; approving, making public and undoing an approval are the head's.
 */
export function refuseStep(
  act: ResponseAct,
  { state, isWriter, isTheirs, isHead }: Standing,
): ErrorCode | null {
  if (nextState(state, act) === null) return 'response_step_refused'
  if ((act === 'write' || act === 'review' || act === 'send_back') && !isTheirs) return 'forbidden'
  if ((act === 'review' || act === 'approve') && isWriter) return 'colleague_required'
  const isHeads = act === 'approve' || act === 'publish' || (act === 'send_back' && state === 'approved')
  return isHeads && !isHead ? 'head_required' : null
}
