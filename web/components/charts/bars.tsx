import { For, Show } from 'solid-js'
import { type Counted, type CountWords, formatCounted } from './counted'

/** One bar below the other, each with its group and number as text; groups whose number is hidden are named together. */
export function Bars(props: {
  rows: Counted[]
  words: CountWords & { hiddenGroups: (names: string[]) => string }
}) {
  const shown = () => props.rows.filter(({ n }) => n !== null)
  const hidden = () => props.rows.filter(({ n }) => n === null).map(({ label }) => label)
  const most = () => Math.max(1, ...shown().map(({ n }) => n ?? 0))
  const width = (n: number | null) => `${(((n ?? 0) / most()) * 100).toFixed(2)}%`
  return (
    <>
      <ul class="chart-bars">
        <For each={shown()}>
          {(row) => (
            <li>
              <span class="chart-label">{row.label}</span>
              <span class="chart-value">{formatCounted(row, props.words)}</span>
              <svg class="chart-bar" width="100%" height="10" aria-hidden="true">
                <rect class="chart-track" width="100%" height="10" />
                <rect class="chart-fill" width={width(row.n)} height="10" />
              </svg>
            </li>
          )}
        </For>
      </ul>
      <Show when={hidden().length > 0}>
        <p class="chart-note">{props.words.hiddenGroups(hidden())}</p>
      </Show>
    </>
  )
}
