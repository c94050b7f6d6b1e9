import { For } from 'solid-js'
import type { Redaction } from '../../../../worker/contract/redaction'
import { publicRuns } from '../../../lib/passages'

/** A text as readers will see it, with what stands for hidden words made easy to find. */
export function PublicText(props: { text: string; passages: readonly Redaction[] }) {
  return (
    <p class="preview-body">
      <For each={publicRuns(props.text, props.passages)}>
        {(run) => (run.isHidden ? <b class="preview-hidden">{run.text}</b> : run.text)}
      </For>
    </p>
  )
}
