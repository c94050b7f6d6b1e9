import { type Piece, piecesOf } from '../../../lib/mark-differences'

/** Past this many edits two texts have nothing in common that is worth marking. */
const mostEdits = 2000

/** Where a text differs from another, character by character; whole where they have too little in common. */
export async function findDifferences(from: string, to: string): Promise<Piece[]> {
  if (from === to) return [{ kind: 'same', text: to }]
  const { diffChars } = await import('diff')
  const changes = diffChars(from, to, { maxEditLength: mostEdits })
  return changes ? piecesOf(changes) : [{ kind: 'added', text: to }]
}
