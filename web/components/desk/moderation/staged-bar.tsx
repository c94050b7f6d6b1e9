import { For, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { formatCount } from '../../../locales/desk/format'
import { KeyHint } from '../key-hint'

interface StagedBarProps {
  /** The newest first. */
  staged: readonly { key: number; label: string; secondsLeft: number; isUndoing: boolean }[]
  undoKey: string
  keysShown: boolean
  onUndo: (key: number) => void
}

const shown = 2

/** The decisions just made, with what is left of their grace; said aloud by the status line, not by the countdown. */
export function StagedBar(props: StagedBarProps) {
  return (
    <section class="staged" aria-label={t.staged.region} hidden={props.staged.length === 0}>
      <Show when={props.staged.length > shown}>
        <span class="staged-more">{t.staged.more(formatCount(props.staged.length - shown))}</span>
      </Show>
      <ol class="staged-list">
        <For each={props.staged.slice(0, shown).map(({ key }) => key)}>
          {(key, index) => {
            const entry = () => props.staged.find((other) => other.key === key)
            return (
              <li class="staged-entry">
                <span class="staged-label">{entry()?.label}</span>
                <span class="staged-left">{t.staged.left(String(entry()?.secondsLeft ?? 0))}</span>
                <button
                  type="button"
                  class="button button-quiet"
                  aria-label={t.staged.undoLabel(entry()?.label ?? '')}
                  aria-disabled={entry()?.isUndoing}
                  onClick={() => props.onUndo(key)}
                >
                  {entry()?.isUndoing ? t.staged.undoing : t.staged.undo}
                  <KeyHint keys={props.undoKey} shown={props.keysShown && index() === 0} />
                </button>
              </li>
            )
          }}
        </For>
      </ol>
    </section>
  )
}
