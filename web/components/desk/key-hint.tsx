import { Show } from 'solid-js'

/** The key that does the same; silent, because the shortcuts' list says it in words. */
export function KeyHint(props: { keys: string; shown?: boolean }) {
  return (
    <Show when={props.shown ?? true}>
      <span class="key" aria-hidden="true">
        {props.keys}
      </span>
    </Show>
  )
}
