import { t } from '../../../locales/desk'
import { KeyHint } from '../key-hint'

interface RedactionStartProps {
  keys: string
  keysShown: boolean
  isPicking: boolean
  onStart: () => void
}

export function RedactionStart(props: RedactionStartProps) {
  return (
    <button
      type="button"
      class="button button-small"
      aria-pressed={props.isPicking}
      data-picking
      onClick={() => props.onStart()}
    >
      {t.redaction.start}
      <KeyHint keys={props.keys} shown={props.keysShown} />
    </button>
  )
}
