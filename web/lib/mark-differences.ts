/** A stretch of a text: as in the text that it is compared with, more than there, or left out here. */
export interface Piece {
  kind: 'same' | 'added' | 'missing'
  text: string
}

/** A change as a library for differences tells it. */
export interface Change {
  value: string
  added: boolean
  removed: boolean
}

/** Single characters that happen to agree in the middle of other words only blur what was changed. */
const shortest = 2

/** Changes as pieces to be read: neighbours of a kind joined, what is missing before what stands in its place. */
export function piecesOf(changes: readonly Change[]): Piece[] {
  const pieces: Piece[] = []
  let run = { missing: '', added: '' }
  const close = () => {
    for (const kind of ['missing', 'added'] as const) if (run[kind]) pieces.push({ kind, text: run[kind] })
    run = { missing: '', added: '' }
  }
  changes.forEach((change, index) => {
    if (change.removed) run.missing += change.value
    else if (change.added) run.added += change.value
    else if (isBlur(changes, index)) {
      run.missing += change.value
      run.added += change.value
    } else {
      close()
      pieces.push({ kind: 'same', text: change.value })
    }
  })
  close()
  return pieces
}

function isBlur(changes: readonly Change[], index: number): boolean {
  const isChange = (change: Change | undefined) => change !== undefined && (change.added || change.removed)
  const { value } = changes[index] ?? { value: '' }
  return [...value].length < shortest && isChange(changes[index - 1]) && isChange(changes[index + 1])
}
