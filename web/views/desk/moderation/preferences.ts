import { createSignal } from 'solid-js'

const key = 'yanlu.desk.shortcuts'

/** Whether single keys act, remembered on this device; without storage, for as long as the page stands. */
export function createShortcutPreference() {
  const [enabled, setEnabled] = createSignal(recall() !== 'off')
  return {
    enabled,
    choose(on: boolean) {
      setEnabled(on)
      remember(on ? 'on' : 'off')
    },
  }
}

function recall(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function remember(value: string) {
  try {
    localStorage.setItem(key, value)
  } catch {
    return
  }
}
