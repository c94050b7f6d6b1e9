import type { ExportQuery } from '../../../../worker/contract/staff'

/** Days are ISO, so that their order is that of their text. */
export function isReversed({ from, to }: Pick<ExportQuery, 'from' | 'to'>): boolean {
  return Boolean(from && to && from > to)
}
