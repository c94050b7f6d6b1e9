import type { GateBlocker, Totals } from '../../contract/results'
import { commentStates, dispositions } from '../../contract/words'

export interface GateState {
  isClosed: boolean
  totals: Totals
  openReviews: number
  unpublishedChanges: number
}

/** What an administrator may publish in spite of, with a reason that is printed. */
const overridable: readonly GateBlocker[] = ['pending', 'open_reviews', 'undisposed']

/** What keeps the result back, worst first. */
export function findBlockers({
  isClosed,
  totals,
  openReviews,
  unpublishedChanges,
}: GateState): GateBlocker[] {
  const holds: Record<GateBlocker, boolean> = {
    not_closed: !isClosed,
    unreconciled: !isReconciled(totals),
    unpublished_changes: unpublishedChanges > 0,
    pending: totals.states.pending > 0,
    open_reviews: openReviews > 0,
    undisposed: totals.undisposed > 0,
  }
  return (Object.keys(holds) as GateBlocker[]).filter((blocker) => holds[blocker])
}

export function canOverride(blockers: readonly GateBlocker[]): boolean {
  return blockers.every((blocker) => overridable.includes(blocker))
}

/** Received is the sum of all states and of all channels; the admissible are published or private, and are disposed of or not. */
export function isReconciled({
  received,
  states,
  channels,
  admissible,
  dispositions: made,
  undisposed,
}: Totals): boolean {
  const byState = commentStates.reduce((sum, state) => sum + states[state], 0)
  const byChannel = Object.values(channels).reduce((sum, count) => sum + count, 0)
  const byDisposition = dispositions.reduce((sum, disposition) => sum + made[disposition], undisposed)
  return (
    byState === received &&
    byChannel === received &&
    admissible === states.published + states.private &&
    byDisposition === admissible
  )
}
