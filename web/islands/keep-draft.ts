import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import type { Language } from '../../worker/contract/words'
import { formatMoment } from '../lib/beijing-time'
import {
  clearDraft,
  type DraftValues,
  deviceStorage,
  draftKey,
  draftOf,
  loadDraft,
  saveDraft,
} from '../lib/drafts'
import type { CommentFormValues } from '../page'

const wait = 800

export interface KeptDraft {
  /** When the draft that was restored had been written, in words. */
  restoredFrom: () => string | null
  isSaved: () => boolean
  isCleared: () => boolean
  start: () => void
  save: () => void
  clear: () => void
}

/** Keeps what is typed on the device, at most a second behind, and brings it back to an empty form. */
export function keepDraft(form: {
  measureKey: string
  parentId: string | null
  given: CommentFormValues
  values: CommentFormValues
  restore: (values: Partial<CommentFormValues>) => void
  language: Language
}): KeptDraft {
  const key = draftKey(form.measureKey, form.parentId)
  const [restoredFrom, setRestoredFrom] = createSignal<string | null>(null)
  const [isSaved, setSaved] = createSignal(false)
  const [isCleared, setCleared] = createSignal(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStarted = false

  const save = () => {
    clearTimeout(timer)
    const storage = deviceStorage()
    if (!storage) return
    const draft = draftOf(form.values)
    setSaved(saveDraft(storage, key, draft, Date.now()) && draft.body.trim() !== '')
  }
  createEffect(
    on(
      () => JSON.stringify(draftOf(form.values)),
      () => {
        if (!isStarted) return
        clearTimeout(timer)
        timer = setTimeout(save, wait)
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))

  return {
    restoredFrom,
    isSaved,
    isCleared,
    save,
    start() {
      isStarted = true
      window.addEventListener('pagehide', save)
      const storage = deviceStorage()
      if (!storage || form.values.body.trim()) return
      const now = Date.now()
      const draft = loadDraft(storage, key, now)
      if (!draft) return
      const kept = Object.entries(draft.values).filter(([, value]) => value !== '')
      form.restore(Object.fromEntries(kept) as Partial<DraftValues>)
      setRestoredFrom(
        formatMoment(new Date(draft.savedAt).toISOString(), new Date(now).toISOString(), form.language),
      )
    },
    clear() {
      const storage = deviceStorage()
      if (storage) clearDraft(storage, key)
      form.restore(draftOf(form.given))
      setRestoredFrom(null)
      setSaved(false)
      setCleared(true)
    },
  }
}
