import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import { ApiError, asApiError } from '../../../api/api-error'
import { keepHand, releaseHand, takeOver } from '../../../api/moderation'
import type { QueueStore } from './create-queue'
import { hasDraft } from './drafts'

interface Parts {
  queue: QueueStore
  isPresent: () => boolean
  /** Told after each heartbeat: the last event that the server knows of. */
  onBeat: (lastEvent: number) => void
}

/** Keeps the hand while somebody is there, lets it go when they leave, and claims what somebody asks for. */
export function createHand({ queue, isPresent, onBeat }: Parts) {
  const [error, setError] = createSignal<ApiError | null>(null)
  /** What was claimed on purpose stays in hand when the view changes. */
  const claimed = new Set<number>()

  async function keep() {
    const isSeen = document.visibilityState === 'visible' || queue.inHand().length > 0
    if (!isSeen || !isPresent()) return
    const askedAt = queue.moment()
    const kept = await keepHand().catch(asApiError)
    if (kept instanceof ApiError) return setError(kept)
    setError(null)
    queue.noteHeld(kept.heldUntil)
    queue.expireAllBut(new Set(kept.reviewIds), askedAt)
    queue.dealSoon()
    onBeat(kept.lastEvent)
  }
  const timer = setInterval(() => void keep(), limits.heartbeatSeconds * 1000)

  const release = (reviewIds?: number[]) => {
    const heldUntil = queue.heldUntil()
    if (heldUntil) void releaseHand({ heldUntil, reviewIds }).catch(() => undefined)
  }
  const leave = () => release()
  const comeBack = (event: PageTransitionEvent) => {
    if (event.persisted) void queue.start()
  }
  const lookAgain = () => {
    if (document.visibilityState === 'visible') void keep()
  }
  window.addEventListener('pagehide', leave)
  window.addEventListener('pageshow', comeBack)
  document.addEventListener('visibilitychange', lookAgain)
  onCleanup(() => {
    clearInterval(timer)
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('pageshow', comeBack)
    document.removeEventListener('visibilitychange', lookAgain)
    leave()
  })

  createEffect(
    on(
      queue.leftBehind,
      (left) => {
        const held = new Set(queue.inHand())
        const untouched = left.filter(
          (item) => !held.has(item.reviewId) && !claimed.has(item.reviewId) && !hasDraft(item),
        )
        if (untouched.length > 0) release(untouched.map(({ reviewId }) => reviewId))
      },
      { defer: true },
    ),
  )

  return {
    error,
    keep: () => void keep(),
    async take(reviewId: number): Promise<ApiError | null> {
      const taken = await takeOver(reviewId).catch(asApiError)
      if (taken instanceof ApiError) {
        void queue.reload(reviewId)
        return taken
      }
      claimed.add(reviewId)
      if (taken.holder) queue.noteHeld(taken.holder.until)
      queue.accept(taken)
      return null
    },
  }
}

export type HandStore = ReturnType<typeof createHand>
