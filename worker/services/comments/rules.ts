import type { CommentState, Decision } from '../../contract/words'

export type Act = Decision | 'resubmit' | 'withdraw'

/** Which act leads where; an act not listed for a state is refused. `uphold` leaves an appealed decision as it is. */
export const transitions: Record<CommentState, Partial<Record<Act, CommentState>>> = {
  pending: {
    publish: 'published',
    redact: 'published',
    return: 'returned',
    reject: 'rejected',
    withdraw: 'withdrawn',
  },
  published: { redact: 'published', reject: 'rejected' },
  private: { reject: 'rejected' },
  returned: { restore: 'published', uphold: 'returned', resubmit: 'pending', withdraw: 'withdrawn' },
  rejected: { restore: 'published', uphold: 'rejected', resubmit: 'pending', withdraw: 'withdrawn' },
  withdrawn: {},
}

/** The state that an act leads to, or null where it is refused. Without consent, publishing accepts in private. */
export function nextState(state: CommentState, act: Act, isPublishable: boolean): CommentState | null {
  const next = transitions[state][act] ?? null
  return next === 'published' && !isPublishable ? 'private' : next
}
