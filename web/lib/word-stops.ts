/** A part of a text: UTF-16 offsets, `end` excluded. */
export interface Span {
  start: number
  end: number
}

const leavesInk = /[^\s\p{P}]/u

/** The words of a text without the spaces and punctuation between them: what the keyboard steps over. */
export function wordsOf(text: string): Span[] {
  if (typeof Intl.Segmenter !== 'function') return charactersOf(text).filter((span) => isWord(text, span))
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)
  return Array.from(segments, ({ index, segment }) => ({ start: index, end: index + segment.length })).filter(
    (span) => isWord(text, span),
  )
}

/** Every character of a text, none cut in two. */
export function charactersOf(text: string): Span[] {
  const spans: Span[] = []
  for (const character of text) {
    const start = spans[spans.length - 1]?.end ?? 0
    spans.push({ start, end: start + character.length })
  }
  return spans
}

/** Its sentences, each with the mark that ends it. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = []
  for (const { 0: sentence, index } of text.matchAll(/[^。！？；!?;\n]*[。！？；!?;\n]*/g)) {
    if (leavesInk.test(sentence)) spans.push({ start: index, end: index + sentence.length })
  }
  return spans
}

/** What is picked: from one unit to another, either way round. */
export interface Picked {
  anchor: Span
  focus: Span
}

export const pick = (span: Span): Picked => ({ anchor: span, focus: span })

export function spanOf({ anchor, focus }: Picked): Span {
  return { start: Math.min(anchor.start, focus.start), end: Math.max(anchor.end, focus.end) }
}

/** The unit before or after the picked ones; at either end of the text what is picked stays. */
export function stepPick(units: readonly Span[], picked: Picked | null, by: 1 | -1): Picked | null {
  const found = picked ? nextUnit(units, picked.focus, by) : units[by === 1 ? 0 : units.length - 1]
  return found ? pick(found) : picked
}

/** Picks one unit more, or gives one back where the picking went the other way. */
export function extendPick(units: readonly Span[], picked: Picked, by: 1 | -1): Picked {
  const found = nextUnit(units, picked.focus, by)
  return found ? { ...picked, focus: found } : picked
}

function nextUnit(units: readonly Span[], { start, end }: Span, by: 1 | -1): Span | undefined {
  return by === 1 ? units.find((unit) => unit.start >= end) : units.findLast((unit) => unit.end <= start)
}

const isWord = (text: string, { start, end }: Span) => leavesInk.test(text.slice(start, end))
