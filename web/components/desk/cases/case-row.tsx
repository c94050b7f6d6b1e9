import { Show } from 'solid-js'
import type { CaseItem } from '../../../../worker/contract/casework'
import { words } from '../../../locales/desk'
import { w } from '../../../locales/desk/cases'
import { formatCount, formatPlace } from '../../../locales/desk/format'
import { KindBadge } from '../moderation/kind-badge'
import { DueTag } from './due-tag'

interface CaseRowProps {
  item: CaseItem
  current: boolean
  /** The one row that the tab key stops at. */
  isStop: boolean
  ticked: boolean
  now: number
  onOpen: (publicId: string) => void
  onTick: (publicId: string) => void
}

/** 七.1 李某 … whose it is and how far it has come. */
export function CaseRow(props: CaseRowProps) {
  const name = () => props.item.author.name ?? words.anonymous
  const place = () => formatPlace(props.item.measure.key)
  const tabindex = () => (props.isStop ? 0 : -1)
  const assignee = () => {
    const person = props.item.assignment.assignee
    if (!person) return w.row.nobody
    return person.isMe ? w.row.me : `${person.name}${person.isActive ? '' : w.row.inactive}`
  }
  return (
    <li class="row" classList={{ 'row-current': props.current }}>
      <label class="row-tick">
        <input
          type="checkbox"
          aria-label={w.row.select(place(), name())}
          tabindex={tabindex()}
          checked={props.ticked}
          onChange={() => props.onTick(props.item.publicId)}
        />
      </label>
      <button
        type="button"
        class="row-button"
        data-row={props.item.publicId}
        tabindex={tabindex()}
        aria-current={props.current ? 'true' : undefined}
        onClick={() => props.onOpen(props.item.publicId)}
      >
        <span class="row-head">
          <span class="case-place">{place()}</span>
          <span class="row-name">{name()}</span>
          <KindBadge author={props.item.author} isShort />
          <span class="row-wait">
            <DueTag
              dueAt={props.item.assignment.dueAt}
              isDone={props.item.disposition !== null}
              now={props.now}
            />
          </span>
        </span>
        <span class="row-text">{props.item.excerpt}</span>
        <span class="row-foot">
          <span class="row-tags">
            <Show when={props.item.disposition}>
              {(disposition) => (
                <span class={`tag case-${disposition()}`}>{words.dispositions[disposition()]}</span>
              )}
            </Show>
            <Show when={props.item.isPrivate}>
              <span class="tag tag-private">{w.row.private}</span>
            </Show>
            <Show when={props.item.isReply}>
              <span class="tag">{w.row.reply}</span>
            </Show>
            <Show when={props.item.groupCount > 1}>
              <span class="tag tag-similar">{w.row.group(formatCount(props.item.groupCount))}</span>
            </Show>
            <Show when={props.item.noteCount > 0}>
              <span class="tag">{w.row.notes(formatCount(props.item.noteCount))}</span>
            </Show>
          </span>
          <span
            class="row-state"
            classList={{ 'case-nobody': !props.item.assignment.assignee && props.item.disposition === null }}
          >
            {assignee()}
          </span>
        </span>
      </button>
    </li>
  )
}
