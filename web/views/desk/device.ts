import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'

export function createOnline() {
  const [online, setOnline] = createSignal(navigator.onLine)
  const update = () => setOnline(navigator.onLine)
  window.addEventListener('online', update)
  window.addEventListener('offline', update)
  onCleanup(() => {
    window.removeEventListener('online', update)
    window.removeEventListener('offline', update)
  })
  return online
}

/** The minute that it is, for waiting times. */
export function createMinute() {
  const [now, setNow] = createSignal(Date.now())
  const timer = setInterval(() => setNow(Date.now()), 60_000)
  onCleanup(() => clearInterval(timer))
  return now
}

/** Whole seconds until then; it ticks only while somebody waits for something. */
export function createSecondsLeft(until: () => string | null | undefined) {
  const [now, setNow] = createSignal(Date.now())
  createEffect(() => {
    if (!until()) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 500)
    onCleanup(() => clearInterval(timer))
  })
  return createMemo(() => {
    const end = until()
    return end ? Math.max(0, Math.ceil((Date.parse(end) - now()) / 1000)) : 0
  })
}

const touches = ['keydown', 'pointerdown', 'wheel'] as const

/** Whether somebody has touched this page in the last minutes, so many; tells when they come back. */
export function createPresence(minutes: number, onReturn: () => void) {
  let last = Date.now()
  const isPresent = () => Date.now() - last < minutes * 60_000
  const touch = () => {
    const wasAway = !isPresent()
    last = Date.now()
    if (wasAway) onReturn()
  }
  for (const kind of touches) window.addEventListener(kind, touch, { passive: true, capture: true })
  onCleanup(() => {
    for (const kind of touches) window.removeEventListener(kind, touch, { capture: true })
  })
  return isPresent
}

/** Where list and item do not fit side by side; the same query as in desk-workbench.css. */
export function createNarrow() {
  const media = window.matchMedia('(max-width: 55.99rem), (max-height: 29.99rem)')
  const [narrow, setNarrow] = createSignal(media.matches)
  const update = () => setNarrow(media.matches)
  media.addEventListener('change', update)
  onCleanup(() => media.removeEventListener('change', update))
  return narrow
}
