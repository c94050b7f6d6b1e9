import { For } from 'solid-js'
import { t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

export interface ActButton {
  /** Also the end of its element's id, where the focus returns to. */
  panel: string
  name: string
  keys: string
  tone: 'main' | 'plain'
}

interface DecisionBarProps {
  acts: readonly ActButton[]
  chosen: string | null
  keysShown: boolean
  onChoose: (panel: string) => void
}

export function DecisionBar(props: DecisionBarProps) {
  return (
    <fieldset class="acts" classList={{ 'acts-open': props.chosen !== null }}>
      <legend class="visually-hidden">{t.decision.region}</legend>
      <For each={props.acts}>
        {(act) => (
          <button
            type="button"
            class="act"
            id={`act-${act.panel}`}
            classList={{ 'act-publish': act.tone === 'main' }}
            aria-expanded={props.chosen === act.panel}
            onClick={() => props.onChoose(act.panel)}
          >
            {act.name}
            <KeyHint keys={act.keys} shown={props.keysShown} />
          </button>
        )}
      </For>
    </fieldset>
  )
}
