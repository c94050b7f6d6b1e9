import type { SealedContent } from '../../contract/submissions'
import type { CommentState, OrganisationKind, ParticipantKind } from '../../contract/words'
import { nextState } from '../comments/rules'
import { type DraftEntry, isSameEntry, placeOf } from './read-submission'

/** A comment that counts for the response until now. */
export interface CountingComment {
  id: number
  public_id: string
  measure_key: string
  clause_key: string | null
  state: CommentState
  revision: number
  sent_revision: number
  plan_revision: number
  is_publishable: number
  /** Nobody has begun to decide on it. */
  is_untouched: number
  /** The reason of its last decision lets its author change it. */
  may_resubmit: number
  participant_kind: ParticipantKind
  participant_name: string | null
  is_verified: number
  /** Sent by people who were put out since. */
  is_of_earlier_people: number
}

/** How the organisation signs now. */
export interface Signing {
  kind: OrganisationKind
  name: string
  isVerified: boolean
}

export interface Sending {
  /** Entries that become comments of their own. */
  added: DraftEntry[]
  /** Entries that become a new revision of their comment. */
  revised: { entry: DraftEntry; comment: CountingComment }[]
  /** Comments that no longer count: left out, or said anew where they were decided already. */
  superseded: CountingComment[]
  /** Comments that go on counting, but by another name or mark than the organisation has now. */
  signedAnew: CountingComment[]
}

/** What sending the draft makes of the comments that the last version brought; what is in no list stays as it is. */
export function planSending(
  entries: readonly DraftEntry[],
  comments: readonly CountingComment[],
  last: SealedContent | null,
  publish: boolean,
  signing: Signing,
): Sending {
  const sending: Sending = { added: [], revised: [], superseded: [], signedAnew: [] }
  const counting = new Map(comments.map((comment) => [comment.clause_key ?? comment.measure_key, comment]))
  for (const entry of entries) {
    const place = placeOf(entry.sealed)
    const comment = counting.get(place)
    const sent = last?.entries.find((each) => placeOf(each) === place)
    counting.delete(place)
    if (!comment) {
      sending.added.push(entry)
      continue
    }
    const isSaid = last?.publish === publish && sent && isSameEntry(sent, entry.sealed)
    const isSame = isSaid && entry.row.brings_files === 0 && isAsSent(comment)
    const isOfKind = comment.participant_kind === signing.kind
    const isOurs = isOfKind && comment.is_of_earlier_people === 0 && mayBearName(comment, signing)
    if (!isOurs || !(isSame || isRevisable(comment, entry, publish))) {
      sending.added.push(entry)
      sending.superseded.push(comment)
      continue
    }
    if (!isSame) sending.revised.push({ entry, comment })
    if (!isSigned(comment, signing)) sending.signedAnew.push(comment)
  }
  sending.superseded.push(...counting.values())
  return sending
}

/** A name that nobody proved is read like a text: what was decided under another is said anew. */
const mayBearName = (comment: CountingComment, { name, isVerified }: Signing): boolean =>
  isVerified ||
  comment.participant_name === name ||
  (comment.state === 'pending' && comment.is_untouched === 1)

/** Nobody changed or withdrew it with its receipt. */
const isAsSent = ({ state, revision, sent_revision }: CountingComment): boolean =>
  state !== 'withdrawn' && revision === sent_revision

const isSigned = (
  { participant_name, is_verified }: CountingComment,
  { name, isVerified }: Signing,
): boolean => participant_name === name && (is_verified === 1) === isVerified

function isRevisable(comment: CountingComment, { row }: DraftEntry, publish: boolean): boolean {
  if (row.plan_revision !== comment.plan_revision || (comment.is_publishable === 1) !== publish) return false
  const { state } = comment
  if (nextState(state, 'edit', true) !== null) return comment.is_untouched === 1
  return nextState(state, 'resubmit', true) !== null && comment.may_resubmit === 1
}
