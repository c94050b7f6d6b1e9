import { createMemo, For } from 'solid-js'
import type { CodeView } from '../../../../worker/contract/codebook'
import { KeyHint } from '../key-hint'

interface CodePadProps {
  codes: readonly CodeView[]
  chosen: readonly number[]
  /** The key that does the same; undefined where there is none. */
  keyOf?: (id: number) => string | undefined
  onChoose: (id: number) => void
}

/** The codes by theme, each a button that puts it on or takes it off; pressing one leaves the selected words selected. */
export function CodePad(props: CodePadProps) {
  const themes = createMemo(() => [...new Set(props.codes.map(({ theme }) => theme))])
  return (
    <div class="pad">
      <For each={themes()}>
        {(theme, index) => (
          <section class="pad-theme" aria-labelledby={`pad-${index()}`}>
            <h3 id={`pad-${index()}`}>{theme}</h3>
            <For each={props.codes.filter((code) => code.theme === theme)}>
              {(code) => (
                <button
                  type="button"
                  class="pad-code"
                  aria-pressed={props.chosen.includes(code.id)}
                  title={code.definition || undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => props.onChoose(code.id)}
                >
                  <span class="pad-name">{code.name}</span>
                  <span class="pad-key">{code.key}</span>
                  <KeyHint
                    keys={props.keyOf?.(code.id)?.toUpperCase() ?? ''}
                    shown={props.keyOf?.(code.id) !== undefined}
                  />
                </button>
              )}
            </For>
          </section>
        )}
      </For>
    </div>
  )
}
