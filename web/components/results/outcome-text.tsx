import { For, Show } from 'solid-js'
import type { Outcome } from '../../../worker/contract/results'
import { useFrame } from '../frame/frame-context'

/** Why, and how the text reads now because of it. */
export function OutcomeText(props: { outcome: Outcome }) {
  const { results } = useFrame().words
  return (
    <div lang="zh-CN">
      <p>{props.outcome.reason}</p>
      <Show when={props.outcome.passedTo}>{(to) => <p>{results.passedTo(to())}</p>}</Show>
      <For each={props.outcome.changes}>
        {({ key, after }) => (
          <p class="revised">{after === null ? results.removed(key) : results.revised(key, after)}</p>
        )}
      </For>
    </div>
  )
}
