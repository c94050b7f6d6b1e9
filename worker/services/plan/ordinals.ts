const digits = '一二三四五六七八九'

const highest = 999

/** 1 → 一, 12 → 十二, 20 → 二十, 112 → 一百一十二; from 1 to 999. */
export function writeOrdinal(number: number): string {
  if (number > 99) return writeHundreds(number)
  const tens = Math.floor(number / 10)
  const ones = digits.charAt((number % 10) - 1)
  if (tens === 0) return ones
  return `${tens > 1 ? digits.charAt(tens - 1) : ''}十${ones}`
}

function writeHundreds(number: number): string {
  const rest = number % 100
  const hundreds = `${digits.charAt(Math.floor(number / 100) - 1)}百`
  if (rest === 0) return hundreds
  if (rest < 10) return `${hundreds}零${writeOrdinal(rest)}`
  return `${hundreds}${rest < 20 ? '一' : ''}${writeOrdinal(rest)}`
}

const ordinals = new Map(Array.from({ length: highest }, (_, index) => [writeOrdinal(index + 1), index + 1]))

/** The number that `writeOrdinal` writes so, or that stands there in digits; else undefined. */
export function readOrdinal(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : ordinals.get(text)
}

export interface Mark {
  /** Its first group is the numeral. */
  pattern: RegExp
  write: (number: number) => string
}

const numeral = '([一二三四五六七八九十百零]+)'

/** How the official form numbers its parts, its paragraphs and the measures inside one. */
export const marks = {
  part: { pattern: new RegExp(`^${numeral}[、.．]`), write: (number) => `${writeOrdinal(number)}、` },
  paragraph: { pattern: new RegExp(`^（${numeral}）`), write: (number) => `（${writeOrdinal(number)}）` },
  measure: { pattern: new RegExp(`^${numeral}是`), write: (number) => `${writeOrdinal(number)}是` },
} satisfies Record<string, Mark>

/** How a regulation numbers its chapters, sections and articles; the space after a number is as its author set it. */
export const regulationMarks = {
  chapter: { pattern: new RegExp(`^第${numeral}章`), write: (number) => `第${writeOrdinal(number)}章` },
  section: { pattern: new RegExp(`^第${numeral}节`), write: (number) => `第${writeOrdinal(number)}节` },
  article: { pattern: new RegExp(`^第${numeral}条`), write: (number) => `第${writeOrdinal(number)}条` },
} satisfies Record<string, Mark>

/** 1. or 1、 at the head of a line; 1.5万家 is a figure. */
export const itemMark: Mark = {
  pattern: /^(\d{1,2})(?:、|[.．](?!\d))/,
  write: (number) => `${number}.`,
}
