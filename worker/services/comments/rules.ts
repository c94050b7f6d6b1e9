import type { CommentState, Decision } from '../../contract/words'

/**
 * `edit` is the author's change of a text that nobody has read yet, `resubmit` of one that came back; `supersede` takes out
 * what a later version of an enterprise's response leaves out or says anew.
 */
export type Act = Decision | 'edit' | 'resubmit' | 'withdraw' | 'supersede'

/** Which act leads where; an act not listed for a state is refused. `uphold` leaves an appealed decision as it is. */
export const transitions: Record<CommentState, Partial<Record<Act, CommentState>>> = {
  pending: {
    publish: 'published',
    redact: 'published',
    return: 'returned',
    reject: 'rejected',
    edit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
  },
  published: { redact: 'published', reject: 'rejected', supersede: 'withdrawn' },
  private: { reject: 'rejected', supersede: 'withdrawn' },
  returned: {
    restore: 'published',
    uphold: 'returned',
    resubmit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
  },
  rejected: {
    restore: 'published',
    uphold: 'rejected',
    resubmit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
  },
  withdrawn: {},
}

/** The state that an act leads to, or null where it is refused. Without consent, publishing accepts in private. */
export function nextState(state: CommentState, act: Act, isPublishable: boolean): CommentState | null {
  const next = transitions[state][act] ?? null
  return next === 'published' && !isPublishable ? 'private' : next
}
