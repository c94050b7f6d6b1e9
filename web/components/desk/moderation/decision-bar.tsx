import { For } from 'solid-js'
import { type Decision, decisions } from '../../../../worker/contract/words'
import { t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

interface DecisionBarProps {
  chosen: Decision | null
  keysShown: boolean
  keyOf: (decision: Decision) => string
  nameOf: (decision: Decision) => string
  onChoose: (decision: Decision) => void
}

export function DecisionBar(props: DecisionBarProps) {
  return (
    <fieldset class="acts" classList={{ 'acts-open': props.chosen !== null }}>
      <legend class="visually-hidden">{t.decision.region}</legend>
      <For each={decisions}>
        {(decision) => (
          <button
            type="button"
            class="act"
            id={`act-${decision}`}
            classList={{ [`act-${decision}`]: true }}
            aria-expanded={props.chosen === decision}
            onClick={() => props.onChoose(decision)}
          >
            {props.nameOf(decision)}
            <KeyHint keys={props.keyOf(decision)} shown={props.keysShown} />
          </button>
        )}
      </For>
    </fieldset>
  )
}
