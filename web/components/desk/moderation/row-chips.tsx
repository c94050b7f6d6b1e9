import { For, Show } from 'solid-js'
import type { QueueItemView, SignalView } from '../../../../worker/contract/moderation/queue'
import type { SignalKind } from '../../../../worker/contract/words'
import { t, words } from '../../../locales/desk'
import { formatCount, formatPlace } from '../../../locales/desk/format'

const personal: readonly SignalKind[] = [
  'id_number',
  'phone',
  'bank_card',
  'email',
  'plate',
  'social_account',
  'address',
]

/** 电话号码 1: what was noticed, and how often where it stands in the text. */
export function SignalChips(props: { signals: readonly SignalView[] }) {
  const found = () => {
    const counts = new Map<SignalKind, number>()
    for (const { kind, start } of props.signals)
      counts.set(kind, (counts.get(kind) ?? 0) + (start === null ? 0 : 1))
    counts.delete('similar')
    return [...counts]
  }
  return (
    <For each={found()}>
      {([kind, count]) => (
        <span
          class="tag"
          classList={{ 'tag-alert': personal.includes(kind), 'tag-notice': !personal.includes(kind) }}
        >
          {words.signals[kind]}
          {count > 0 ? ` ${formatCount(count)}` : ''}
        </span>
      )}
    </For>
  )
}

/** What a row says of its comment beside the text. */
export function RowChips(props: { item: QueueItemView }) {
  return (
    <span class="row-tags">
      <SignalChips signals={props.item.signals} />
      <Show when={(props.item.group?.members ?? 1) > 1 && props.item.group}>
        {(group) => <span class="tag tag-similar">{t.row.similar(formatCount(group().members))}</span>}
      </Show>
      <Show when={props.item.parent}>
        <span class="tag">{t.row.isReply}</span>
      </Show>
      <Show when={props.item.previousBody !== null}>
        <span class="tag tag-again">{t.row.resubmitted}</span>
      </Show>
      <Show when={!props.item.consentPublish}>
        <span class="tag tag-private">{t.row.unpublishable}</span>
      </Show>
      <span class="tag tag-place">
        {formatPlace(props.item.measure.key)}
        <Show when={props.item.clause}>{(clause) => ` ${t.sentence(clause().number)}`}</Show>
      </span>
    </span>
  )
}
