export type Anchor = { place: 'same' | 'moved'; start: number } | { place: 'orphan' }

/**
 * Where a passage of a clause's old text stands in its new one; orphaned where the clause or the passage is gone. Of several
 * places the one with the likest surroundings counts. `at` is where it stood in the old text, if that is known.
 */
export function placeAnchor(quote: string, oldText: string, newText: string | null, at?: number): Anchor {
  if (newText === null || quote === '') return { place: 'orphan' }
  const from = at ?? oldText.indexOf(quote)
  const places = placesOf(quote, newText)
  const [first] = places
  if (first === undefined) return { place: 'orphan' }
  if (from < 0) return { place: 'moved', start: first }
  const likeness = (start: number) =>
    commonEnding(oldText.slice(0, from), newText.slice(0, start)) +
    commonBeginning(oldText.slice(from + quote.length), newText.slice(start + quote.length))
  const start = places.reduce((best, place) => {
    const more = likeness(place) - likeness(best)
    return more > 0 || (more === 0 && Math.abs(place - from) < Math.abs(best - from)) ? place : best
  }, first)
  return { place: start === from ? 'same' : 'moved', start }
}

function placesOf(quote: string, text: string): number[] {
  const places: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at)
  return places
}

function commonBeginning(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

function commonEnding(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1
  return length
}
