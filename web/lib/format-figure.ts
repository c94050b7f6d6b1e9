import { groupDigits } from './numerals'

/** 1265.5 → 1,265.5, two decimals at most. */
export function formatFigure(value: number): string {
  const [whole = '0', decimals] = String(Number(value.toFixed(2))).split('.')
  return groupDigits(Number(whole)) + (decimals ? `.${decimals}` : '')
}
