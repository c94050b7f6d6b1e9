import type { Span } from './word-stops'

export interface LayeredRun<Layer extends string> extends Span {
  text: string
  /** For each layer the number of its first span that covers the run, or null. */
  on: Record<Layer, number | null>
  /** The layers of which a span ends with this run. */
  ends: Layer[]
}

/** Cuts a text where any span of any layer begins or ends. Nothing of the text is lost or changed. */
export function layerText<Layer extends string>(
  text: string,
  layers: Record<Layer, readonly Span[]>,
): LayeredRun<Layer>[] {
  const names = Object.keys(layers) as Layer[]
  const edges = names.flatMap((name) => layers[name].flatMap(({ start, end }) => [start, end]))
  const cuts = [...new Set([0, ...edges, text.length])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covering = (name: Layer) => layers[name].findIndex((span) => span.start <= start && span.end >= end)
    const on = Object.fromEntries(
      names.map((name) => [name, covering(name) < 0 ? null : covering(name)]),
    ) as Record<Layer, number | null>
    const ends = names.filter((name) => layers[name][on[name] ?? -1]?.end === end)
    return { start, end, text: text.slice(start, end), on, ends }
  })
}
