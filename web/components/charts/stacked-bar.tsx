import { For, Show } from 'solid-js'
import { type Counted, type CountWords, formatCounted } from './counted'

/** Up to four fills that also differ without colour: full, striped, empty, dotted. */
const fills = ['full', 'striped', 'empty', 'dotted'] as const

function Pattern(props: { id: string; fill: (typeof fills)[number] }) {
  return (
    <pattern id={props.id} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class={`stack-ground stack-${props.fill}`} width="8" height="8" />
      <Show when={props.fill === 'striped'}>
        <path class="stack-mark" d="M-2 10 10 -2M-2 2 2 -2M6 10l4 -4" />
      </Show>
      <Show when={props.fill === 'dotted'}>
        <circle class="stack-dot" cx="4" cy="4" r="1.4" />
      </Show>
    </pattern>
  )
}

/** Shares of one whole side by side, with a legend that has their names and numbers; what is hidden stands together at the end. */
export function StackedBar(props: { id: string; rows: Counted[]; words: CountWords }) {
  const patternOf = (index: number) => `${props.id}-${fills[index % fills.length]}`
  const parts = () => {
    let start = 0
    return props.rows.map((row, index) => {
      const part = { x: start, width: row.share ?? 0, fill: `url(#${patternOf(index)})` }
      start += part.width
      return part
    })
  }
  /** What is left of the whole for all that is hidden, which the visible shares tell anyway. */
  const rest = () => 1 - parts().reduce((sum, part) => sum + part.width, 0)
  const isDrawn = () => props.rows.some(({ share }) => share !== null && share > 0)
  const percent = (value: number) => `${(value * 100).toFixed(2)}%`
  return (
    <div class="chart-stack">
      <Show when={isDrawn()}>
        <svg class="stack-bar" width="100%" height="26" aria-hidden="true">
          <defs>
            <For each={props.rows}>
              {(_, index) => (
                <Pattern id={patternOf(index())} fill={fills[index() % fills.length] ?? 'full'} />
              )}
            </For>
          </defs>
          <For each={parts()}>
            {(part) => (
              <rect
                class="stack-part"
                x={percent(part.x)}
                width={percent(part.width)}
                height="26"
                fill={part.fill}
              />
            )}
          </For>
          <Show when={rest() > 0.001}>
            <rect class="stack-rest" x={percent(1 - rest())} width={percent(rest())} height="26" />
          </Show>
        </svg>
      </Show>
      <ul class="stack-legend">
        <For each={props.rows}>
          {(row, index) => (
            <li>
              <Show when={row.n !== null}>
                <svg class="stack-key" width="16" height="16" aria-hidden="true">
                  <rect
                    class="stack-part"
                    x="0.5"
                    y="0.5"
                    width="15"
                    height="15"
                    fill={`url(#${patternOf(index())})`}
                  />
                </svg>
              </Show>
              <span>{row.label}</span>
              <b classList={{ 'is-hidden': row.n === null }}>{formatCounted(row, props.words)}</b>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
