import { onCleanup, onMount } from 'solid-js'
import { isTyping } from '../moderation/create-keyboard'
import { type CaseAct, caseActFor } from './shortcuts'

interface Keyboard {
  enabled: () => boolean
  /** True while a dialog has the keyboard to itself. */
  suspended: () => boolean
  onAct: (act: CaseAct) => void
  onEscape: () => void
}

/** Rows of the list are buttons too, but Space ticks them. */
const isOnControl = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.matches('button:not([data-row]), a, input, summary')

export function createCaseKeyboard(keyboard: Keyboard) {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || keyboard.suspended()) return
    const typing = isTyping(event)
    if (event.key === 'Escape' && !event.isComposing && !typing) return keyboard.onEscape()
    const act = caseActFor(event, { enabled: keyboard.enabled(), typing, onControl: isOnControl(event) })
    if (!act) return
    event.preventDefault()
    keyboard.onAct(act)
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}
