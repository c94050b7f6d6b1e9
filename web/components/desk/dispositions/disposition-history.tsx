import { For, Show } from 'solid-js'
import type { DispositionRecord } from '../../../../worker/contract/dispositions'
import { words } from '../../../locales/desk'
import { a } from '../../../locales/desk/answers'
import { formatCount, formatMoment } from '../../../locales/desk/format'
import { ChangeLine } from './change-choice'

export function DispositionTag(props: { disposition: DispositionRecord['disposition'] }) {
  return <span class={`tag disposition-${props.disposition}`}>{words.dispositions[props.disposition]}</span>
}

/** The disposition that holds (`inForce`, 0 where none does), and those before it: what, why, by whom and when. */
export function DispositionHistory(props: { history: readonly DispositionRecord[]; inForce: number }) {
  const holding = () => props.history.find(({ version }) => version === props.inForce)
  const earlier = () => props.history.filter(({ version }) => version !== props.inForce)
  return (
    <>
      <Show when={holding()} fallback={<p class="block-text">{a.disposition.none}</p>}>
        {(latest) => <Entry record={latest()} />}
      </Show>
      <Show when={earlier().length > 0}>
        <details class="disposition-earlier">
          <summary>{a.disposition.history(formatCount(props.history.length))}</summary>
          <For each={earlier()}>{(record) => <Entry record={record} />}</For>
        </details>
      </Show>
    </>
  )
}

function Entry(props: { record: DispositionRecord }) {
  return (
    <div class="disposition-entry">
      <p class="disposition-line">
        <DispositionTag disposition={props.record.disposition} />
        <Show when={props.record.passedTo}>
          {(receiver) => <span>{a.disposition.changed(receiver())}</span>}
        </Show>
        <span class="field-hint">{a.disposition.by(props.record.by, formatMoment(props.record.at))}</span>
      </p>
      <p class="plain">{props.record.reason}</p>
      <Show when={props.record.changes.length > 0}>
        <ul class="change-list">
          <For each={props.record.changes}>
            {(change) => (
              <li>
                <ChangeLine change={change} />
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  )
}
