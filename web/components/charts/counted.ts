import { groupDigits } from '../../lib/numerals'

/** A group with its count, as a chart and its table both draw it; null where it is hidden. */
export interface Counted {
  key: string
  label: string
  n: number | null
  share: number | null
}

export interface CountWords {
  group: string
  n: string
  share: string
  sum: string
  hidden: string
  none: string
}

/** 0.5454 → 54.5%, 1 → 100% */
export function formatShare(share: number): string {
  return share === 0 || share === 1 ? `${share * 100}%` : `${(share * 100).toFixed(1)}%`
}

export function formatCounted({ n, share }: Pick<Counted, 'n' | 'share'>, words: CountWords): string {
  if (n === null) return words.hidden
  return share === null ? groupDigits(n) : `${groupDigits(n)} · ${formatShare(share)}`
}
