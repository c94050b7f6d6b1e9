const shortest = 4

/** Whether a text still has a clause of what was inserted into it: else it was emptied or wholly rewritten. */
export function keepsWords(text: string, inserted: string): boolean {
  const pieces = inserted.split(/[，。；：！？,.;:!?\n]+/u).map((piece) => piece.trim())
  const telling = pieces.filter((piece) => piece.length >= shortest)
  return (telling.length > 0 ? telling : [inserted.trim()]).some((piece) => text.includes(piece))
}
