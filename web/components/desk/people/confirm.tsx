import { onMount } from 'solid-js'
import { t } from '../../../locales/desk'

interface ConfirmProps {
  act: string
  /** What will follow, in a sentence. */
  consequence: string
  busy: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** The second thought before an act that shuts somebody out. */
export function Confirm(props: ConfirmProps) {
  let confirm!: HTMLButtonElement
  onMount(() => confirm.focus())
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is a second way out beside the button.
    <div class="confirm" onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}>
      <p id="confirm-consequence">{props.consequence}</p>
      <div class="form-acts">
        <button
          type="button"
          class="button button-main"
          ref={confirm}
          aria-describedby="confirm-consequence"
          aria-disabled={props.busy}
          onClick={() => !props.busy && props.onConfirm()}
        >
          {t.people.confirmAct(props.act)}
        </button>
        <button type="button" class="button" onClick={() => props.onCancel()}>
          {t.people.cancel}
        </button>
      </div>
    </div>
  )
}
