import { For, Show } from 'solid-js'
import { t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

interface CaseStatusProps {
  said: string
  enabled: boolean
  hints: readonly { keys: string; text: string }[]
  helpKey: string
  onHelp: () => void
}

/** What was last done, said aloud too, and the keys that go on. */
export function CaseStatus(props: CaseStatusProps) {
  return (
    <div class="status">
      <p class="status-text" role="status">
        {props.said}
      </p>
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
        <button type="button" class="button button-quiet" onClick={() => props.onHelp()}>
          {t.shortcuts.open}
          <KeyHint keys={props.helpKey} shown={props.enabled} />
        </button>
      </div>
    </div>
  )
}
