import type { CommentState } from '../../contract/words'
import { dueAt } from '../calendar/working-days'

/** Working days after the decision. */
const appealDays = 10

/** Until when the author may appeal, once, against the last decision; null where they may not, or no longer. */
export function appealableUntil(
  comment: { state: CommentState; decidedAt: Date | null; hasAppealed: boolean },
  now: Date,
): Date | null {
  const { state, decidedAt, hasAppealed } = comment
  if (hasAppealed || !decidedAt || (state !== 'returned' && state !== 'rejected')) return null
  const until = dueAt(decidedAt, appealDays)
  return now < until ? until : null
}
