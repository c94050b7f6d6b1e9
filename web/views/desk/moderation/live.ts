import type { DeskEvent, DeskNews } from '../../../../worker/contract/moderation/news'

const longest = 15_000

/** How long to wait before the line is taken up again: at once, then 1, 2, 4 … 15 seconds, spread so that not all come at once. */
export function pauseBefore(attempts: number, chance: number): number {
  if (attempts === 0) return 200 * chance
  return Math.min(longest, 500 * 2 ** attempts) * (0.5 + chance / 2)
}

/** What a socket said, or null where it is no news. */
export function newsIn(data: unknown): DeskNews | null {
  try {
    const said = typeof data === 'string' ? (JSON.parse(data) as Partial<DeskNews>) : null
    return said && Array.isArray(said.events) && typeof said.lastEvent === 'number'
      ? (said as DeskNews)
      : null
  } catch {
    return null
  }
}

/** Reviews that these news close: an undo told with it is only the decision taking effect. */
export function closedBy(events: readonly DeskEvent[]): ReadonlySet<number> {
  return new Set(
    events.flatMap(({ kind, reviewId }) => (kind === 'closed' && reviewId !== null ? [reviewId] : [])),
  )
}
