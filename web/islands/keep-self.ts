import { createSignal } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import { deviceStorage } from '../lib/drafts'
import { emptySelf, forgetSelf, recallSelf, rememberSelf } from '../lib/remembered-self'
import type { CommentFormValues } from '../page'

export interface KeptSelf {
  /** Whether the fields were filled with what is kept. */
  isFilled: () => boolean
  isKept: () => boolean
  start: () => void
  save: () => void
  /** Whether it is to be kept; what should not be goes at once. */
  keep: (wanted: boolean) => void
  /** Forgets it, and empties the fields that were filled. */
  clear: () => void
}

/** Who somebody is, for their next comment: on a device of their own, where they say so. */
export function keepSelf(
  values: CommentFormValues,
  setValues: SetStoreFunction<CommentFormValues>,
  takes: readonly string[],
): KeptSelf {
  const [isKept, setKept] = createSignal(false)
  const [isFilled, setFilled] = createSignal(false)
  const keep = (wanted: boolean) => {
    setKept(wanted)
    const storage = deviceStorage()
    if (!wanted && storage) forgetSelf(storage)
  }
  return {
    isFilled,
    isKept,
    start() {
      const storage = deviceStorage()
      const self = storage && recallSelf(storage, Date.now())
      if (!self) return
      setKept(true)
      if (values.kind || !takes.includes(self.kind ?? '')) return
      setValues(self)
      setFilled(true)
    },
    save() {
      const storage = deviceStorage()
      if (storage && isKept()) rememberSelf(storage, values, Date.now())
    },
    keep,
    clear() {
      keep(false)
      setFilled(false)
      setValues(emptySelf)
    },
  }
}
