const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Letters, digits, Chinese and its punctuation: one code unit is one character, and no need to segment. */
const plain = /^[\n\x20-\x7e\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\uff01-\uff60]*$/

/** Length in characters as people count them: 𠮷 is one, 👨‍👩‍👧 is one. */
export function countCharacters(text: string): number {
  if (plain.test(text)) return text.length
  let count = 0
  for (const _ of segmenter.segment(text)) count += 1
  return count
}

const unwanted = /(?![\n\t])\p{Cc}|[\u180E\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu

/** Anything that leaves ink: not white space, nor the fillers and joiners that only look like nothing. */
const visible = /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u

/**
 * What was typed, less control, invisible and direction-override characters, broken surrogates and outer white space; lines
 * end in \n. Text without anything to see is empty.
 */
export function cleanText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD')
    .replace(unwanted, '')
    .trim()
  return visible.test(clean) ? clean : ''
}

/** At most so many characters of a text, with a mark where more follows. */
export function excerpt(text: string, length: number): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('').trimEnd()}……` : text
}

/** How much of a comment stands beside a reply to it, in characters. */
const beginning = 40

/** What a reply is beside: how that comment begins, on one line. */
export const beginningOf = (text: string): string => excerpt(text.replace(/\s+/g, ' '), beginning)

/** As {@link cleanText}, on one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ')
}
