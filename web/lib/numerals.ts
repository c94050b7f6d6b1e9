import type { Language } from '../../worker/contract/words'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 as the plan writes them: 三, 十, 十二, 二十一. */
export function chineseNumeral(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = digits[number % 10] ?? ''
  if (tens === 0) return ones
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones}`
}

/** A part's number as the reader's language writes it: 三 or 3. */
export function numeralIn(language: Language, number: number): string {
  return language === 'zh' ? chineseNumeral(number) : String(number)
}

/** 1538 → 1,538 */
export function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** Theme, measure and clause numbers of a key; what the key does not name is null. */
export function partsOfKey(key: string): { theme: number; measure: number; clause: number | null } {
  const [theme = 0, measure = 0, clause] = key.split('.').map(Number)
  return { theme, measure, clause: clause ?? null }
}
