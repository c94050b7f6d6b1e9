export type Wording = ReadonlySet<string>

/** The runs of two and three characters of a text, across no punctuation. */
export function wordingOf(text: string): Wording {
  const grams = new Set<string>()
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? [])
    for (const length of [2, 3])
      for (let start = 0; start + length <= run.length; start++) grams.add(run.slice(start, start + length))
  return grams
}

/** Likeness of two wordings from 0 to 1, where wording that many of the texts share counts little. */
export function compareAmong(texts: Wording[]): (left: Wording, right: Wording) => number {
  const spread = new Map<string, number>()
  for (const text of texts) for (const gram of text) spread.set(gram, (spread.get(gram) ?? 0) + 1)
  const weigh = (grams: Iterable<string>) => {
    let weight = 0
    for (const gram of grams)
      weight += Math.log((texts.length + 1) / (spread.get(gram) ?? texts.length + 1)) ** 2
    return weight
  }
  return (left, right) => {
    const whole = Math.sqrt(weigh(left) * weigh(right))
    return whole === 0 ? 0 : weigh([...left].filter((gram) => right.has(gram))) / whole
  }
}
