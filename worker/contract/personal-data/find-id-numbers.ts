import { findGrouped } from './digit-groups'
import type { Passage } from './signal'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'
const region = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/
const label = /身份证|证件|证号|老证/

/**
 * Identity numbers (GB 11643): region, date and check digit fit. What is called one but has a wrong check digit, or the fifteen
 * digits of old, is told apart in the detail; without a word that calls it so it is not taken for one.
 */
export function findIdNumbers(text: string): Passage[] {
  const found: Passage[] = []
  const add = (start: number, end: number, detail: string) =>
    found.push({ kind: 'id_number', start, end, detail })
  for (const { digits, shape, start, end } of findGrouped(text, 15, 18)) {
    const isNamed = label.test(text.slice(Math.max(0, start - 14), start))
    const x =
      digits.length === 17 ? (/^[ -]?[Xx](?![A-Za-z0-9])/.exec(text.slice(end, end + 3))?.[0] ?? '') : ''
    const full = digits + x.slice(-1).toUpperCase()
    if (full.length === 18 && isPlausible(full)) {
      if (full.charAt(17) === checkCharacterOf(full)) add(start, end + x.length, 'check_digit_fits')
      else if (isNamed) add(start, end + x.length, 'check_digit_wrong')
    } else if (digits.length === 15 && shape.length === 1 && isNamed && isPlausibleOld(digits)) {
      add(start, end, 'fifteen_digits')
    }
  }
  return found
}

const isPlausible = (id: string) =>
  region.test(id) && /^(?:19|20)/.test(id.slice(6)) && isDate(id.slice(6, 14))
const isPlausibleOld = (id: string) => region.test(id) && isDate(`19${id.slice(6, 12)}`)

function isDate(text: string): boolean {
  const date = new Date(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(text.slice(6))
}

function checkCharacterOf(id: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * Number(id.charAt(i)), 0)
  return checkCharacters.charAt(sum % 11)
}
