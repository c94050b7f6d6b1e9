import { type JSX, Show } from 'solid-js'

export interface ChartWords {
  table: string
  notAVote: string
}

/** A figure with its caption, its method beside it, and the same numbers as a table. */
export function Chart(props: {
  id: string
  caption: JSX.Element
  total?: string
  words: ChartWords
  table: JSX.Element
  children: JSX.Element
}) {
  return (
    <figure class="chart" aria-labelledby={props.id}>
      <figcaption>
        <span class="chart-caption" id={props.id}>
          {props.caption}
        </span>
        <Show when={props.total}>
          <span class="chart-total">{props.total}</span>
        </Show>
      </figcaption>
      {props.children}
      <p class="chart-method">{props.words.notAVote}</p>
      <details class="chart-twin">
        <summary>{props.words.table}</summary>
        {props.table}
      </details>
    </figure>
  )
}
