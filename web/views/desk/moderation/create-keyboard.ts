import { onCleanup, onMount } from 'solid-js'
import { type ShortcutAct, shortcutFor, takesText } from './shortcuts'

interface Keyboard {
  enabled: () => boolean
  /** True while something else has the keyboard to itself. */
  suspended: () => boolean
  onAct: (act: ShortcutAct) => void
  onEscape: () => void
}

export const isTyping = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement && takesText(event.target as HTMLElement & { type?: string })

/** Rows of the queue are buttons too, but Space ticks them. */
const isOnControl = (event: KeyboardEvent): boolean =>
  event.target instanceof Element && event.target.matches('button:not([data-row]), a, input, summary')

export function createKeyboard(keyboard: Keyboard) {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || keyboard.suspended()) return
    if (event.key === 'Escape' && !event.isComposing) return keyboard.onEscape()
    const situation = {
      enabled: keyboard.enabled(),
      typing: isTyping(event),
      onControl: isOnControl(event),
    }
    const act = shortcutFor(event, situation)
    if (!act) return
    event.preventDefault()
    keyboard.onAct(act)
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}
