import { findGrouped, isOtherNumber } from './digit-groups'
import type { Passage } from './signal'

/** Beginnings of card numbers and the lengths that cards with them have. */
const issued: [prefix: RegExp, lengths: number[]][] = [
  [/^6[02]/, [16, 17, 18, 19]],
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|35|2[2-7])/, [16]],
  [/^9(?:558|559|[48])/, [16, 17, 18, 19]],
]

/** Bank cards: 16 to 19 digits with a known beginning and the right check digit (Luhn); of two readings the longer first. */
export function findBankCards(text: string): Passage[] {
  return findGrouped(text, 16, 19)
    .sort((a, b) => b.digits.length - a.digits.length)
    .filter(
      ({ digits, shape, start, end }) =>
        issued.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length)) &&
        isAsPrinted(shape) &&
        passesLuhn(digits) &&
        !isOtherNumber(text, start, end),
    )
    .map(({ start, end }) => ({ kind: 'bank_card', start, end, detail: 'check_digit_fits' }))
}

/** In one piece, in fours, or the issuer's six apart from the rest. */
function isAsPrinted(shape: number[]): boolean {
  const [first] = shape
  if (shape.length <= 2) return shape.length === 1 || first === 6 || first === 8
  return shape.slice(0, -1).every((count) => count === 4) && (shape.at(-1) ?? 0) <= 4
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - i))
    sum += i % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9
  }
  return sum % 10 === 0
}
