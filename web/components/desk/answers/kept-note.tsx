import { Show } from 'solid-js'
import { a } from '../../../locales/desk/answers'

/** What was typed and could not be saved, where there is no form any more that would hold it. */
export function KeptNote(props: { text: string; onDrop: () => void }) {
  return (
    <Show when={props.text.trim()}>
      <div class="kept-note">
        <p class="disposition-line">
          <b>{a.answer.kept}</b>
          <button type="button" class="button button-quiet" onClick={() => props.onDrop()}>
            {a.answer.drop}
          </button>
        </p>
        <p class="plain">{props.text}</p>
      </div>
    </Show>
  )
}
