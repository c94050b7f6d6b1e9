const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where a heading may break: between words, never before punctuation or between a number and what it counts. */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = []
  let isBound = false
  for (const { segment } of segmenter.segment(text)) {
    const last = phrases.length - 1
    if (last >= 0 && (isBound || /^[\p{P}\s化性力率度]/u.test(segment))) phrases[last] += segment
    else phrases.push(segment)
    isBound = /[\p{N}“‘（《]$/u.test(segment)
  }
  return phrases
}
