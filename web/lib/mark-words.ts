import { markRanges, type Run } from './mark-ranges'

function hitsOf(text: string, query: string): { start: number; end: number }[] {
  const hits: { start: number; end: number }[] = []
  const folded = text.toLowerCase()
  if (folded.length !== text.length) return hits
  for (const word of query.toLowerCase().split(/\s+/)) {
    if (!word) continue
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      hits.push({ start: at, end: at + word.length })
    }
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const hit of hits) {
    const last = joined.at(-1)
    if (last && hit.start <= last.end) last.end = Math.max(last.end, hit.end)
    else joined.push(hit)
  }
  return joined
}

/** Marks every word of a query in a text, whatever the case. */
export function markWords(text: string, query: string): Run[] {
  return markRanges(text, hitsOf(text, query))
}

const isBrokenPair = (text: string, at: number) => /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** The part of a long text that shows the first hit, about `length` long, with … where it was cut. */
export function excerptAround(text: string, query: string, length: number): string {
  if (text.length <= length) return text
  const first = hitsOf(text, query)[0]?.start ?? 0
  let start = Math.max(0, Math.min(first - Math.floor(length / 4), text.length - length))
  let end = start + length
  if (isBrokenPair(text, start)) start += 1
  if (isBrokenPair(text, end)) end -= 1
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`
}
