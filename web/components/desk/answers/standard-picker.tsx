import { For, Show } from 'solid-js'
import type { StandardText } from '../../../../worker/contract/standard-texts'
import { a } from '../../../locales/desk/answers'

/** Puts a standard text into what is being written, and is empty again. */
export function StandardPicker(props: {
  id: string
  texts: readonly StandardText[] | undefined
  onPick: (text: StandardText) => void
}) {
  const active = () => (props.texts ?? []).filter(({ isActive }) => isActive)
  return (
    <Show when={active().length > 0}>
      <div class="standard-picker">
        <label for={props.id}>{a.standard.pick}</label>
        <select
          id={props.id}
          onChange={(event) => {
            const picked = active().find(({ id }) => String(id) === event.currentTarget.value)
            event.currentTarget.value = ''
            if (picked) props.onPick(picked)
          }}
        >
          <option value="">{a.standard.choose}</option>
          <For each={active()}>{(text) => <option value={text.id}>{text.title}</option>}</For>
        </select>
      </div>
    </Show>
  )
}
