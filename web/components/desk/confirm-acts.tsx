import { createEffect, type JSX, on, Show } from 'solid-js'

interface ConfirmActsProps {
  id: string
  isAsking: boolean
  isBusy: boolean
  /** Asks how many it is about, or does so at last. */
  ask: string
  isMain?: boolean
  counted: string
  confirm: string
  cancel: string
  onConfirm: () => void
  onCancel: () => void
  children?: JSX.Element
}

/** The buttons of a form whose act is counted first and done at the second press; the pressed one makes room for the next. */
export function ConfirmActs(props: ConfirmActsProps) {
  let acts!: HTMLParagraphElement
  createEffect(
    on(
      () => props.isAsking,
      () => acts.querySelector('button')?.focus(),
      { defer: true },
    ),
  )
  return (
    <p class="office-acts" ref={acts}>
      <Show
        when={props.isAsking}
        fallback={
          <button type="submit" class="button" classList={{ 'button-main': props.isMain }}>
            {props.ask}
          </button>
        }
      >
        <span id={props.id}>{props.counted}</span>
        <button
          type="button"
          class="button button-main"
          aria-describedby={props.id}
          aria-disabled={props.isBusy}
          onClick={() => props.onConfirm()}
        >
          {props.confirm}
        </button>
        <button type="button" class="button button-quiet" onClick={() => props.onCancel()}>
          {props.cancel}
        </button>
      </Show>
      {props.children}
    </p>
  )
}
