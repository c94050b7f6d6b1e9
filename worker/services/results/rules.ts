import { type GateBlocker, type Overridden, overridableBlockers, type Totals } from '../../contract/results'
import { commentStates, dispositions } from '../../contract/words'

export interface GateState {
  isClosed: boolean
  totals: Totals
  /** Published, and not looked at by a moderator yet. */
  unconfirmed: number
  openReviews: number
  unpublishedChanges: number
}

/** What keeps the result back, worst first. */
export function findBlockers({
  isClosed,
  totals,
  unconfirmed,
  openReviews,
  unpublishedChanges,
}: GateState): GateBlocker[] {
  const holds: Record<GateBlocker, boolean> = {
    not_closed: !isClosed,
    unreconciled: !isReconciled(totals),
    unpublished_changes: unpublishedChanges > 0,
    pending: totals.states.pending + unconfirmed > 0,
    open_reviews: openReviews > 0,
    undisposed: totals.undisposed > 0,
  }
  return (Object.keys(holds) as GateBlocker[]).filter((blocker) => holds[blocker])
}

export function canOverride(blockers: readonly GateBlocker[]): boolean {
  return blockers.every((blocker) => overridableBlockers.some((each) => each === blocker))
}

/** What is in the way that may be overridden, with its number. */
export function listOverridden({
  totals,
  unconfirmed,
  openReviews,
}: Pick<GateState, 'totals' | 'unconfirmed' | 'openReviews'>): Overridden[] {
  const counts = {
    pending: totals.states.pending + unconfirmed,
    open_reviews: openReviews,
    undisposed: totals.undisposed,
  }
  return overridableBlockers
    .map((blocker) => ({ blocker, count: counts[blocker] }))
    .filter(({ count }) => count > 0)
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
