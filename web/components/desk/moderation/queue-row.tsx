import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation'
import { t, words } from '../../../locales/desk'
import { formatPlace, formatWait } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'

interface QueueRowProps {
  item: QueueItemView
  current: boolean
  now: number
  onOpen: (publicId: string) => void
}

export function QueueRow(props: QueueRowProps) {
  const wait = () => formatWait(props.item.submittedAt, props.now)
  return (
    <li class="row">
      <button
        type="button"
        class="row-button"
        id={`row-${props.item.publicId}`}
        tabindex={props.current ? 0 : -1}
        aria-current={props.current ? 'true' : undefined}
        onClick={() => props.onOpen(props.item.publicId)}
      >
        <span class="row-head">
          <span class="row-name">{props.item.author.name ?? words.anonymous}</span>
          <KindBadge author={props.item.author} />
          <span class="row-wait">
            <span class="visually-hidden">{t.queue.waitedLabel(wait())}</span>
            <span aria-hidden="true">{wait()}</span>
          </span>
        </span>
        <span class="row-text">{props.item.body}</span>
        <span class="row-tags">
          <span class="tag tag-place">
            {formatPlace(props.item.measure.key)}
            <Show when={props.item.clause}>{(clause) => ` ${t.sentence(clause().number)}`}</Show>
          </span>
          <span class="row-measure">{props.item.measure.shortTitle}</span>
          <Show when={props.item.parent}>
            <span class="tag">{t.queue.isReply}</span>
          </Show>
          <Show when={props.item.previousBody !== null}>
            <span class="tag tag-again">{t.queue.resubmitted}</span>
          </Show>
          <Show when={!props.item.consentPublish}>
            <span class="tag tag-private">{t.queue.unpublishable}</span>
          </Show>
        </span>
      </button>
    </li>
  )
}
