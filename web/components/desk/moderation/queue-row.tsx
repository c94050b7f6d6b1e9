import { Show } from 'solid-js'
import type { QueueItemView } from '../../../../worker/contract/moderation/queue'
import { t, words } from '../../../locales/desk'
import { formatShortWait } from '../../../locales/desk/format'
import { KindBadge } from './kind-badge'
import { RowChips } from './row-chips'

export interface Standing {
  text: string
  /** `quiet` rows are not for this moderator to decide; `staged` may still be undone; `lost` wants to be noticed. */
  tone: 'quiet' | 'staged' | 'done' | 'lost'
}

interface QueueRowProps {
  item: QueueItemView
  standing: Standing | null
  due: { text: string; isOverdue: boolean } | null
  current: boolean
  ticked: boolean
  now: number
  onOpen: (reviewId: number) => void
  onTick: (reviewId: number) => void
}

export function QueueRow(props: QueueRowProps) {
  const name = () => props.item.author.name ?? words.anonymous
  const wait = () => formatShortWait(props.item.submittedAt, props.now)
  const tabindex = () => (props.current ? 0 : -1)
  return (
    <li
      class="row"
      classList={{ [`row-${props.standing?.tone}`]: props.standing !== null, 'row-current': props.current }}
    >
      <label class="row-tick">
        <input
          type="checkbox"
          aria-label={t.row.select(name())}
          tabindex={tabindex()}
          checked={props.ticked}
          onChange={() => props.onTick(props.item.reviewId)}
        />
      </label>
      <button
        type="button"
        class="row-button"
        data-row
        id={`row-${props.item.reviewId}`}
        tabindex={tabindex()}
        aria-current={props.current ? 'true' : undefined}
        onClick={() => props.onOpen(props.item.reviewId)}
      >
        <span class="row-head">
          <span class="row-name">{name()}</span>
          <KindBadge author={props.item.author} isShort />
          <Show when={props.item.reviewKind !== 'first' && props.item.reviewKind}>
            {(kind) => <span class="tag tag-stance">{t.row.kinds[kind()]}</span>}
          </Show>
          <span class="row-wait">
            <span class="visually-hidden">{t.queue.waitedLabel(wait())}</span>
            <span aria-hidden="true">{wait()}</span>
          </span>
        </span>
        <span class="row-text">{props.item.body}</span>
        <span class="row-foot">
          <RowChips item={props.item} />
          <span class="row-state">
            <Show when={props.due}>
              {(due) => (
                <span class="row-due" classList={{ 'row-overdue': due().isOverdue }}>
                  {due().text}
                </span>
              )}
            </Show>
            <Show when={props.standing?.text}>{(text) => <span class="row-standing">{text()}</span>}</Show>
          </span>
        </span>
      </button>
    </li>
  )
}
