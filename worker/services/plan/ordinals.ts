const digits = '一二三四五六七八九'

/** 1 → 一, 12 → 十二, 20 → 二十; from 1 to 99. */
export function writeOrdinal(number: number): string {
  const tens = Math.floor(number / 10)
  const ones = digits.charAt((number % 10) - 1)
  if (tens === 0) return ones
  return `${tens > 1 ? digits.charAt(tens - 1) : ''}十${ones}`
}

const ordinals = new Map(Array.from({ length: 99 }, (_, index) => [writeOrdinal(index + 1), index + 1]))

/** The number that `writeOrdinal` writes so, or undefined. */
export function readOrdinal(text: string): number | undefined {
  return ordinals.get(text)
}

export interface Mark {
  pattern: RegExp
  write: (number: number) => string
}

const numeral = '([一二三四五六七八九十百零]+)'

/** How the official form numbers its parts, its paragraphs and the measures inside one. */
export const marks = {
  part: { pattern: new RegExp(`^${numeral}、`), write: (number) => `${writeOrdinal(number)}、` },
  paragraph: { pattern: new RegExp(`^（${numeral}）`), write: (number) => `（${writeOrdinal(number)}）` },
  measure: { pattern: new RegExp(`^${numeral}是`), write: (number) => `${writeOrdinal(number)}是` },
} satisfies Record<string, Mark>
