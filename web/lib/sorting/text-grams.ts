/** A text as it is compared: lower case, without width variants, cut where something other than a letter or digit stands. */
export function runsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** Every stretch of `shortest` to `longest` characters within the runs of a text, with how often it stands there. */
export function gramsOf(text: string, shortest: number, longest: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const run of runsOf(text)) {
    const characters = [...run]
    for (let length = shortest; length <= longest; length += 1)
      for (let at = 0; at + length <= characters.length; at += 1) {
        const gram = characters.slice(at, at + length).join('')
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
  }
  return counts
}
