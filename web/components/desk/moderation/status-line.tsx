import { For, type JSX, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

interface StatusLineProps {
  status: string
  enabled: boolean
  hints: readonly { keys: string; text: string }[]
  helpKey: string
  paletteKey: string
  /** What may still be undone. */
  children?: JSX.Element
  onPalette: () => void
  onHelp: () => void
}

/** What was last done, said aloud too, and the keys that go on. */
export function StatusLine(props: StatusLineProps) {
  return (
    <div class="status">
      <p class="status-text" role="status">
        {props.status}
      </p>
      {props.children}
      <div class="status-keys">
        <Show when={props.enabled} fallback={<span>{t.shortcuts.off}</span>}>
          <For each={props.hints}>
            {(hint) => (
              <span class="status-hint">
                {hint.text}
                <KeyHint keys={hint.keys} />
              </span>
            )}
          </For>
        </Show>
        <button type="button" class="button button-quiet" onClick={() => props.onPalette()}>
          {t.shortcuts.rows.palette}
          <KeyHint keys={props.paletteKey} />
        </button>
        <button type="button" class="button button-quiet" onClick={() => props.onHelp()}>
          {t.shortcuts.open}
          <KeyHint keys={props.helpKey} shown={props.enabled} />
        </button>
      </div>
    </div>
  )
}
