import { createEffect, For, Show } from 'solid-js'
import type { StandardText } from '../../../../worker/contract/standard-texts'
import { keepsWords } from '../../../lib/keeps-words'
import { a } from '../../../locales/desk/answers'

export interface PickedStandard {
  /** 0 where none was picked. */
  standardId: number
  standardVersion: number
}

export const noStandard: PickedStandard = { standardId: 0, standardVersion: 0 }

interface StandardPickerProps {
  id: string
  texts: readonly StandardText[] | undefined
  /** What is being written. */
  text: string
  picked: PickedStandard
  onPick: (text: string, picked: PickedStandard) => void
  onUnpick: () => void
}

/** Puts a standard text into what is being written and says which one is named with it, while its words are there. */
export function StandardPicker(props: StandardPickerProps) {
  const active = () => (props.texts ?? []).filter(({ isActive }) => isActive)
  const picked = () => active().find(({ id }) => id === props.picked.standardId)
  createEffect(() => {
    const { standardId, standardVersion } = props.picked
    if (standardId === 0 || props.texts === undefined) return
    const text = picked()
    const isLeft = text?.version === standardVersion ? keepsWords(props.text, text.text) : props.text.trim()
    if (!text || !isLeft) props.onUnpick()
  })
  return (
    <Show when={active().length > 0}>
      <div class="standard-picker">
        <label for={props.id}>{a.standard.pick}</label>
        <select
          id={props.id}
          onChange={(event) => {
            const chosen = active().find(({ id }) => String(id) === event.currentTarget.value)
            event.currentTarget.value = ''
            if (!chosen) return
            const held = props.text.trim() ? `${props.text.trimEnd()}\n` : ''
            props.onPick(`${held}${chosen.text}`, { standardId: chosen.id, standardVersion: chosen.version })
          }}
        >
          <option value="">{a.standard.choose}</option>
          <For each={active()}>{(text) => <option value={text.id}>{text.title}</option>}</For>
        </select>
        <Show when={picked()}>
          {(text) => (
            <p class="standard-picked">
              {a.standard.picked(text().title)}
              <button type="button" class="button button-quiet" onClick={() => props.onUnpick()}>
                {a.standard.unpick}
              </button>
            </p>
          )}
        </Show>
      </div>
    </Show>
  )
}
