import { batch, createEffect, createSignal, on } from 'solid-js'
import type { Decision } from '../../../../worker/contract/words'
import type { Decisions } from './create-decisions'
import type { QueueFilterStore } from './create-filter'
import type { QueueStore } from './create-queue'

interface Parts {
  queue: QueueStore
  decisions: Decisions
  address: QueueFilterStore
  narrow: () => boolean
}

/** What a moderator can do, by key or by hand, and where the focus stands after it. */
export function createActs({ queue, decisions, address, narrow }: Parts) {
  const [panel, setPanel] = createSignal<Decision | null>(null)
  createEffect(on(queue.position, () => setPanel(null), { defer: true }))

  function showCurrent() {
    if (narrow()) {
      window.scrollTo(0, 0)
      document.getElementById('item-heading')?.focus({ preventScroll: true })
      return
    }
    const row = document.getElementById(`row-${queue.position()}`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest' })
  }

  return {
    panel,
    step(by: 1 | -1) {
      queue.step(by)
      showCurrent()
    },
    refresh() {
      if (!panel() && queue.loading() === null) void queue.refresh()
    },
    open(publicId: string) {
      queue.select(publicId)
      if (narrow()) address.open()
      queueMicrotask(showCurrent)
    },
    choose(decision: Decision) {
      if (queue.selected() && (!narrow() || address.isOpen())) setPanel(decision)
    },
    cancel() {
      const decision = panel()
      setPanel(null)
      if (decision) document.getElementById(`act-${decision}`)?.focus()
    },
    confirm(reason: string, note: string) {
      const item = queue.selected()
      const decision = panel()
      if (!item || !decision) return
      batch(() => {
        setPanel(null)
        void decisions.decide(item, { decision, reason, note })
      })
      showCurrent()
    },
  }
}
