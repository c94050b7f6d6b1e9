import { For, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

const acts = ['publish', 'return', 'reject'] as const

interface BulkBarProps {
  count: number
  /** The whole queue in view is meant, of about that many. */
  whole: number | undefined
  isOneGroup: boolean
  inHand: number
  keysShown: boolean
  keyOf: (act: (typeof acts)[number]) => string
  allKey: string
  onAct: (act: (typeof acts)[number]) => void
  onAll: () => void
  onWhole: () => void
  onClear: () => void
}

/** What is selected, and what can be done with all of it at once. */
export function BulkBar(props: BulkBarProps) {
  return (
    <fieldset class="queue-head bulk-bar">
      <legend class="visually-hidden">{t.selection.region}</legend>
      <div class="queue-line">
        <b class="bulk-count">
          {props.whole === undefined
            ? t.selection.chosen(formatCount(props.count))
            : t.selection.filter(formatCount(props.whole))}
          <Show when={props.isOneGroup}>
            <span class="bulk-group">{t.selection.sameGroup}</span>
          </Show>
        </b>
        <For each={acts}>
          {(act) => (
            <button type="button" class="bulk-act" onClick={() => props.onAct(act)}>
              {t.decision.acts[act]}
              <KeyHint keys={props.keyOf(act)} shown={props.keysShown} />
            </button>
          )}
        </For>
      </div>
      <div class="queue-line bulk-more">
        <Show when={props.whole === undefined}>
          <button type="button" class="bulk-act" onClick={() => props.onAll()}>
            {t.selection.all(formatCount(props.inHand))}
            <KeyHint keys={props.allKey} shown={props.keysShown} />
          </button>
          <button type="button" class="bulk-act" onClick={() => props.onWhole()}>
            {t.selection.wholeQueue}
          </button>
        </Show>
        <button type="button" class="bulk-act" onClick={() => props.onClear()}>
          {t.selection.clear}
          <KeyHint keys="Esc" />
        </button>
      </div>
    </fieldset>
  )
}
