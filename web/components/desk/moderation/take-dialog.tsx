import { createEffect } from 'solid-js'
import { t } from '../../../locales/desk'

interface TakeDialogProps {
  /** Whose work it is, and until when; null while nothing is asked. */
  asked: { text: string } | null
  onTake: () => void
  onClose: () => void
}

/** Taking work out of a colleague's hands is asked for first. */
export function TakeDialog(props: TakeDialogProps) {
  let dialog!: HTMLDialogElement
  createEffect(() => {
    if (props.asked && !dialog.open) dialog.showModal()
    if (!props.asked && dialog.open) dialog.close()
  })
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby="take-heading" onClose={() => props.onClose()}>
      <h2 id="take-heading">{t.hand.takeHeading}</h2>
      <p class="dialog-text">{props.asked?.text}</p>
      <div class="dialog-acts">
        <button type="button" class="button" onClick={() => props.onClose()}>
          {t.hand.cancel}
        </button>
        <button type="button" class="button button-main" autofocus onClick={() => props.onTake()}>
          {t.hand.take}
        </button>
      </div>
    </dialog>
  )
}
