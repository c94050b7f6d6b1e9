import { createSignal } from 'solid-js'
import { t } from '../../../locales/desk'

/** Copies a text and says so on itself. */
export function CopyButton(props: { text: string; label?: string; isMain?: boolean }) {
  const [told, setTold] = createSignal('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text)
      setTold(t.copyText.copied)
    } catch {
      setTold(t.copyText.failed)
    }
  }
  return (
    <span class="copy">
      <button
        type="button"
        class="button"
        classList={{ 'button-main': props.isMain === true }}
        onClick={copy}
      >
        {props.label ?? t.copyText.copy}
      </button>
      <span class="copy-told" role="status">
        {told()}
      </span>
    </span>
  )
}
