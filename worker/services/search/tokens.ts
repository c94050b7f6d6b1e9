const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Text for the full-text index: each Chinese character stands as a word of its own. */
export function spaceOut(text: string): string {
  return text.normalize('NFKC').replace(cjk, ' $& ').replace(/\s+/g, ' ').trim()
}

/** An FTS5 query that finds every word of `query` as a phrase, the last Latin word as a beginning; null if it has none. */
export function toMatch(query: string): string | null {
  const phrases = query
    .normalize('NFKC')
    .split(/\s+/)
    .map((word) => spaceOut(word.replace(/[^\p{L}\p{N}]+/gu, ' ')))
    .filter((phrase) => phrase !== '')
  if (phrases.length === 0) return null
  return phrases
    .map((phrase) => `"${phrase}"${/[\p{Script=Latin}\p{N}]$/u.test(phrase) ? '*' : ''}`)
    .join(' ')
}
