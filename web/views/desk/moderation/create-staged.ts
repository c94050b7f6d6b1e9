import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { limits } from '../../../../worker/contract/limits'
import type { Undo } from '../../../../worker/contract/moderation/decisions'
import { ApiError, asApiError } from '../../../api/api-error'
import { undoDecision } from '../../../api/moderation'

/** What follows when a decision is taken back, or when its grace is over. */
interface Consequences {
  label: string
  /** At once; `answered` is kept when the server has said whether it was in time. */
  onUndoing: (answered: Promise<void>) => void
  onUndone: () => void
  onTooLate: (error: ApiError | null) => void
  onUndoFailed: (error: ApiError) => void
  onEffective: () => void
}

interface Entry extends Consequences {
  key: number
  /** When the grace is over, by this page's clock; never later than by the server's. */
  until: number
  /** What the server knows it by; null until it has answered. */
  known: Undo | null
  isUndoing: boolean
  onAnswered: () => void
}

interface StagedLabel {
  key: number
  label: string
  secondsLeft: number
  isUndoing: boolean
}

/** Decisions within their grace: counts down, takes back the last one or a named one. */
export function createStaged() {
  const [entries, setEntries] = createSignal<readonly Entry[]>([])
  const [now, setNow] = createSignal(Date.now())
  let lastKey = 0

  const find = (key: number) => entries().find((entry) => entry.key === key)
  const change = (key: number, part: Partial<Entry>) =>
    setEntries((all) => all.map((entry) => (entry.key === key ? { ...entry, ...part } : entry)))
  const remove = (key: number) => setEntries((all) => all.filter((entry) => entry.key !== key))
  const isTicking = createMemo(() => entries().length > 0)

  function tick() {
    setNow(Date.now())
    for (const entry of entries()) {
      if (entry.until > now() || entry.isUndoing || !entry.known) continue
      remove(entry.key)
      entry.onEffective()
    }
  }
  createEffect(() => {
    if (!isTicking()) return
    const timer = setInterval(tick, 250)
    onCleanup(() => clearInterval(timer))
  })

  async function takeBack(entry: Entry, known: Undo) {
    const answer = await undoDecision(known).catch(asApiError)
    entry.onAnswered()
    if (!(answer instanceof ApiError) && answer.undone > 0) {
      remove(entry.key)
      return entry.onUndone()
    }
    const isLate =
      !(answer instanceof ApiError) || answer.code === 'already_effective' || answer.code === 'not_found'
    if (isLate) {
      remove(entry.key)
      return entry.onTooLate(answer instanceof ApiError ? answer : null)
    }
    change(entry.key, { isUndoing: false })
    entry.onUndoFailed(answer)
  }

  function undo(key = entries().findLast((entry) => !entry.isUndoing)?.key) {
    const entry = key === undefined ? undefined : find(key)
    if (!entry || entry.isUndoing) return
    const answered = new Promise<void>((resolve) => {
      change(entry.key, { isUndoing: true, onAnswered: resolve })
    })
    entry.onUndoing(answered)
    const undoing = find(entry.key)
    if (undoing?.known) void takeBack(undoing, undoing.known)
  }

  return {
    /** The newest first. */
    labels: createMemo<StagedLabel[]>(() =>
      entries()
        .map(({ key, label, until, isUndoing }) => ({
          key,
          label,
          isUndoing,
          secondsLeft: Math.max(0, Math.ceil((until - now()) / 1000)),
        }))
        .reverse(),
    ),
    canUndo: createMemo(() => entries().some((entry) => !entry.isUndoing)),
    isSending: () => entries().some((entry) => !entry.known),
    add(consequences: Consequences, known: Undo | null = null): number {
      lastKey += 1
      setNow(Date.now())
      const until = Date.now() + limits.graceSeconds * 1000
      const onAnswered = () => undefined
      setEntries((all) => [
        ...all,
        { ...consequences, key: lastKey, until, known, isUndoing: false, onAnswered },
      ])
      return lastKey
    },
    /** The server has taken it; what was to be undone meanwhile is undone now, and does not stand. */
    answered(key: number, known: Undo): boolean {
      const entry = find(key)
      change(key, { known })
      if (entry?.isUndoing) void takeBack(entry, known)
      return entry?.isUndoing === false
    },
    remove,
    undo,
  }
}
