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

export function createKeyboard(keyboard: Keyboard) {
  const press = (event: KeyboardEvent) => {
    if (event.defaultPrevented || keyboard.suspended()) return
    if (event.key === 'Escape' && !event.isComposing) return keyboard.onEscape()
    const act = shortcutFor(event, { enabled: keyboard.enabled(), typing: isTyping(event) })
    if (!act) return
    event.preventDefault()
    keyboard.onAct(act)
  }
  onMount(() => document.addEventListener('keydown', press))
  onCleanup(() => document.removeEventListener('keydown', press))
}
