import type { CommentState, Decision, SignalKind } from '../../contract/words'

/**
 * `edit` is the author's change of a text that nobody has read yet, `resubmit` of one that came back; `erase` takes the words away
 * and leaves what was decided: what was not is out; `supersede` takes out what a later version of an enterprise's response leaves
 * out or says anew. `publish_at_once` is the system's, where moderation comes after publication; `confirm` is then what a moderator
 * does who finds nothing to change.
 */
export type Act =
  | Decision
  | 'publish_at_once'
  | 'confirm'
  | 'erase'
  | 'edit'
  | 'resubmit'
  | 'withdraw'
  | 'supersede'

/** `unconfirmed` is what is published and was not looked at yet. */
export type Standing = CommentState | 'unconfirmed'

export const standingOf = (state: CommentState, isUnconfirmed: boolean): Standing =>
  state === 'published' && isUnconfirmed ? 'unconfirmed' : state

/** What a moderator's decision does to a comment as it stands. */
export const actOf = (decision: Decision, standing: Standing): Act =>
  decision === 'publish' && standing === 'unconfirmed' ? 'confirm' : decision

/** Which act leads where; an act not listed for a state is refused. `uphold` leaves an appealed decision as it is. */
export const transitions: Record<Standing, Partial<Record<Act, CommentState>>> = {
  pending: {
    publish_at_once: 'published',
    publish: 'published',
    redact: 'published',
    return: 'returned',
    reject: 'rejected',
    edit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
    erase: 'withdrawn',
  },
  unconfirmed: {
    confirm: 'published',
    redact: 'published',
    return: 'returned',
    reject: 'rejected',
    edit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
    erase: 'withdrawn',
  },
  published: { redact: 'published', reject: 'rejected', supersede: 'withdrawn', erase: 'published' },
  private: { reject: 'rejected', supersede: 'withdrawn', erase: 'private' },
  returned: {
    restore: 'published',
    uphold: 'returned',
    resubmit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
    erase: 'withdrawn',
  },
  rejected: {
    restore: 'published',
    uphold: 'rejected',
    resubmit: 'pending',
    withdraw: 'withdrawn',
    supersede: 'withdrawn',
    erase: 'rejected',
  },
  withdrawn: { erase: 'withdrawn' },
}

/** The state that an act leads to, or null where it is refused. Without consent, publishing accepts in private. */
export function nextState(state: Standing, act: Act, isPublishable: boolean): CommentState | null {
  const next = transitions[state][act] ?? null
  return next === 'published' && !isPublishable ? 'private' : next
}

const readFirst: readonly SignalKind[] = [
  'id_number',
  'phone',
  'bank_card',
  'email',
  'plate',
  'social_account',
  'address',
  'trade_secret',
  'banned_word',
]

/** Whether a text is read by a moderator first even where others are public at once: it may hold personal data, secrets or banned words. */
export const callsForReading = (signals: readonly SignalKind[]): boolean =>
  signals.some((signal) => readFirst.includes(signal))
