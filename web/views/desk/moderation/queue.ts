import type { Decided } from '../../../../worker/contract/errors'
import type { DeskEvent } from '../../../../worker/contract/moderation/news'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import type { Decision } from '../../../../worker/contract/words'

/** What became of a row that is not to be decided here any more. The row itself stays where it is. */
export interface Fate {
  /** `sending`: between the key and the answer. `recorded`: a blind re-check was noted. `gone`: it no longer waits. */
  is: 'sending' | 'recorded' | 'decided' | 'passed' | 'gone'
  decision: Decision | null
  /** Who did it, or to whom it was passed, where that is known. */
  by: string | null
  isMine: boolean
}

export interface Row {
  item: QueueItemView
  fate: Fate | null
  /** A decision of somebody else that may still be undone; the news do not say which. */
  staging: { by: string | null; until: string | null } | null
  /** How a hold of this moderator ended: taken over by somebody, or run out. */
  loss: { by: string | null } | null
}

export const newRow = (item: QueueItemView): Row => ({ item, fate: null, staging: null, loss: null })

/** Held by this moderator and still to be decided. */
export function isInHand(row: Row): boolean {
  return row.item.holder?.isMe === true && isOpen(row)
}

/** Still to be decided, and in nobody else's hands. */
export function isWorkable(row: Row): boolean {
  const { holder, passed } = row.item
  return isOpen(row) && holder?.isMe !== false && passed?.toMe !== false
}

const isOpen = ({ fate, staging, item }: Row) => fate === null && staging === null && item.staged === null

/** Decided here, by this moderator. */
export const isOwnWork = (row: Row | undefined): boolean =>
  row?.fate?.isMine === true || row?.item.staged?.isMine === true

/** What the server now says of a row; a decision that is under way outlives the answer to an earlier question. */
export function mergeItem(row: Row | undefined, item: QueueItemView): Row {
  if (!row) return newRow(item)
  const isBack = row.fate?.is === 'passed' && item.passed?.toMe === true
  const isStaged = item.staged !== null
  return {
    item,
    fate: isBack ? null : row.fate,
    staging: isStaged ? null : row.staging,
    loss: item.holder?.isMe ? null : row.loss,
  }
}

/** What a row looks like after news. `isClosing`: the same news tell that the review is closed. */
export function hear(row: Row, event: DeskEvent, me: string | undefined, isClosing: boolean): Row {
  const by = event.by?.name ?? null
  const isMine = event.by !== null && event.by.id === me
  if (event.kind === 'held') {
    const { holder } = row.item
    const wasMine = holder?.isMe === true
    const next = event.by && event.until ? { ...event.by, until: event.until, isMe: isMine } : null
    const loss = isMine ? null : wasMine && next ? { by } : row.loss
    return { ...row, item: { ...row.item, holder: next }, loss }
  }
  // What this moderator decides is shown from the key on; news of it come late, and tell of a decision taken back since.
  if (event.kind === 'staged' && !isMine) return { ...row, staging: { by, until: event.until } }
  if (event.kind === 'unstaged' && !isMine && !isClosing)
    return { ...row, item: { ...row.item, staged: null }, staging: null }
  if (event.kind === 'closed') return close(row)
  return row
}

function close(row: Row): Row {
  if (row.fate !== null && row.fate.is !== 'passed') return row
  const { staged } = row.item
  const known = staged ?? row.staging
  const fate: Fate = known
    ? { is: 'decided', decision: staged?.decision ?? null, by: known.by, isMine: staged?.isMine ?? false }
    : fateOf(null)
  return { ...row, fate, staging: null, loss: null, item: { ...row.item, staged: null, holder: null } }
}

/** What became of work that the server no longer has; `decided` is what it said of whoever was faster. */
export function fateOf(decided: Decided | null): Fate {
  const { by, decision } = decided ?? { by: null, decision: null }
  return { is: by ? 'decided' : 'gone', decision, by, isMine: false }
}

/** A hold that the server no longer knows of has run out. */
export function expire(row: Row): Row {
  return { ...row, item: { ...row.item, holder: null }, loss: { by: null } }
}

type RowOf = (reviewId: number) => Row | undefined

/** Where a moderator goes on: the next in hand, below before above; then what else may be decided; else nowhere. */
export function nextWorkable(order: readonly number[], rowOf: RowOf, from: number | null): number | null {
  const start = from === null ? 0 : order.indexOf(from) + 1
  const around = [...order.slice(start), ...order.slice(0, start)].filter((id) => id !== from)
  const found = (fits: (row: Row) => boolean) =>
    around.find((id) => {
      const row = rowOf(id)
      return row !== undefined && fits(row)
    })
  return found(isInHand) ?? found(isWorkable) ?? null
}

/** One further or one back, stopping at the ends. */
export function stepFrom(order: readonly number[], from: number | null, by: 1 | -1): number | null {
  const index = from === null ? -1 : order.indexOf(from)
  return order[index === -1 ? 0 : index + by] ?? from
}

/** What is known already is not shown twice and keeps its place; the rest follows at the end. */
export function appendIds(order: readonly number[], more: readonly number[]): readonly number[] {
  const known = new Set(order)
  const fresh = more.filter((id) => !known.has(id))
  return fresh.length === 0 ? order : [...order, ...fresh]
}
