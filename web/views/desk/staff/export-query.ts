import type { ExportQuery } from '../../../../worker/contract/staff'

export type ExportChange = Partial<Record<keyof ExportQuery, string | undefined>>

/** Days are ISO, so that their order is that of their text. */
export function isReversed({ from, to }: Pick<ExportQuery, 'from' | 'to'>): boolean {
  return Boolean(from && to && from > to)
}
