export interface Run {
  text: string
  marked: boolean
}

/** Cuts a text at UTF-16 offsets; a range that overlaps the one before it or leaves the text is not marked. */
export function markRanges(text: string, ranges: readonly { start: number; end: number }[]): Run[] {
  const runs: Run[] = []
  let done = 0
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < done || end <= start || end > text.length) continue
    if (start > done) runs.push({ text: text.slice(done, start), marked: false })
    runs.push({ text: text.slice(start, end), marked: true })
    done = end
  }
  if (done < text.length) runs.push({ text: text.slice(done), marked: false })
  return runs
}
