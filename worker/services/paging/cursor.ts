import type { Page } from '../../contract/comments'
import { AppError } from '../../errors'

/** Reads a cursor of `length` whole numbers (`120-7`); anything else is `invalid_cursor`. */
export function parseCursor(text: string | undefined, length: number): number[] | null {
  if (text === undefined || text === '') return null
  const parts = text.split('-')
  const numbers = parts.map((part) => (/^\d{1,16}$/.test(part) ? Number(part) : Number.NaN))
  if (numbers.length !== length || !numbers.every(Number.isSafeInteger)) throw new AppError('invalid_cursor')
  return numbers
}

/** From one row more than the page holds: the page, and the cursor of its last row if more follow. */
export function takePage<Row, Item>(
  rows: Row[],
  limit: number,
  present: (row: Row) => Item,
  cursorOf: (row: Row) => number[],
): Page<Item> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(present),
    next: rows.length > limit && last ? cursorOf(last).join('-') : null,
  }
}
