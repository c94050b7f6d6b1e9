import { Show } from 'solid-js'
import { w } from '../../../locales/desk/cases'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface ListHeadProps {
  name: string
  shown: number
  ticked: number
  isBusy: boolean
  isRefreshing: boolean
  keysShown: boolean
  keys: { refresh: string; assign: string; all: string }
  onRefresh: () => void
  onAssign: () => void
  onDispose: () => void
  onAll: () => void
  onClear: () => void
}

/** Which list this is; or, where cases are ticked, what can be done with all of them. */
export function ListHead(props: ListHeadProps) {
  return (
    <Show
      when={props.ticked > 0}
      fallback={
        <div class="queue-head">
          <div class="queue-line">
            <h2 class="queue-heading">{props.name}</h2>
            <button
              type="button"
              class="button button-quiet case-refresh"
              aria-disabled={props.isBusy}
              onClick={() => !props.isBusy && props.onRefresh()}
            >
              {props.isRefreshing ? w.refreshing : w.refresh}
              <KeyHint keys={props.keys.refresh} shown={props.keysShown} />
            </button>
          </div>
          <p class="queue-line queue-totals">{w.shown(formatCount(props.shown))}</p>
        </div>
      }
    >
      <fieldset class="queue-head bulk-bar">
        <legend class="visually-hidden">{w.selection.region}</legend>
        <div class="queue-line">
          <b class="bulk-count">{w.selection.chosen(formatCount(props.ticked))}</b>
          <button type="button" class="bulk-act" onClick={() => props.onAssign()}>
            {w.assignment.act}
            <KeyHint keys={props.keys.assign} shown={props.keysShown} />
          </button>
          <button type="button" class="bulk-act" onClick={() => props.onDispose()}>
            {w.selection.dispose}
          </button>
        </div>
        <div class="queue-line bulk-more">
          <button type="button" class="bulk-act" onClick={() => props.onAll()}>
            {w.selection.all}
            <KeyHint keys={props.keys.all} shown={props.keysShown} />
          </button>
          <button type="button" class="bulk-act" onClick={() => props.onClear()}>
            {w.selection.clear}
            <KeyHint keys="Esc" />
          </button>
        </div>
      </fieldset>
    </Show>
  )
}
