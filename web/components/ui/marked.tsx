import { For } from 'solid-js'
import type { Run } from '../../lib/mark-ranges'

export function Marked(props: { runs: Run[]; class?: string }) {
  return (
    <For each={props.runs}>
      {(run) => (run.marked ? <mark class={props.class ?? 'hit'}>{run.text}</mark> : run.text)}
    </For>
  )
}
