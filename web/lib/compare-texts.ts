import { diffArrays } from 'diff'
import { type Piece, piecesOf } from './mark-differences'

/** Han by the character; a number or a Latin word is one thing, so that 300 never becomes 3600 by a digit. */
const tokens = /\d+(?:[.,]\d+)*%?|[A-Za-z]+|./gsu

/** Of two texts that have less in common nothing is found together: to look further takes the time of its square. */
const maxEditLength = 500

/** How one text became another, in runs to be read. */
export function compareTexts(before: string, after: string): Piece[] {
  const [from, to] = [before.match(tokens) ?? [], after.match(tokens) ?? []]
  const changes = diffArrays(from, to, { maxEditLength }) ?? [
    { value: from, added: false, removed: true },
    { value: to, added: true, removed: false },
  ]
  return piecesOf(changes.map(({ value, added, removed }) => ({ value: value.join(''), added, removed })))
}

export interface ClauseRun extends Piece {
  /** Stands in a marked range of the text. */
  marked: boolean
}

/** A clause with what changed in it, cut where marked ranges of its present text begin and end. */
export function clauseRuns(
  text: string,
  before: string | null,
  ranges: readonly { start: number; end: number }[],
): ClauseRun[] {
  const pieces: Piece[] = before === null ? [{ kind: 'same', text }] : compareTexts(before, text)
  const cuts = ranges.flatMap(({ start, end }) => [start, end])
  const isMarked = (at: number) => ranges.some(({ start, end }) => start <= at && at < end)
  let done = 0
  return pieces.flatMap((piece) => {
    if (piece.kind === 'missing') return [{ ...piece, marked: false }]
    const from = done
    done += piece.text.length
    const inside = cuts.filter((cut) => cut > from && cut < done).sort((a, b) => a - b)
    const bounds = [from, ...new Set(inside), done]
    return bounds.slice(1).map((end, index) => {
      const start = bounds[index] ?? from
      return { kind: piece.kind, text: text.slice(start, end), marked: isMarked(start) }
    })
  })
}
