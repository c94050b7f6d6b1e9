import type { CommentFormValues } from '../page'
import { clearDraft, type DraftStorage, rememberedDays, selfKey } from './drafts'

/** Who somebody is on this device, kept only where they ticked that it should be; consent is asked anew each time. */
const selfFields = ['kind', 'displayName', 'name', 'uscc'] as const
export type RememberedSelf = Partial<Pick<CommentFormValues, (typeof selfFields)[number]>>

export const emptySelf = Object.fromEntries(
  selfFields.map((field) => [field, '']),
) as Required<RememberedSelf>

const lifetime = rememberedDays * 24 * 3_600_000

export function rememberSelf(storage: DraftStorage, values: CommentFormValues, now: number): void {
  try {
    const self = Object.fromEntries(selfFields.map((field) => [field, values[field]]))
    storage.setItem(selfKey, JSON.stringify({ savedAt: now, self }))
  } catch {
    // Storage is full or forbidden: the form is then empty the next time.
  }
}

export function recallSelf(storage: DraftStorage, now: number): RememberedSelf | null {
  try {
    const { savedAt, self } = JSON.parse(storage.getItem(selfKey) ?? '{}') as Record<string, unknown>
    if (typeof savedAt !== 'number' || typeof self !== 'object' || self === null) return null
    if (now - savedAt > lifetime) {
      forgetSelf(storage)
      return null
    }
    const known = Object.entries(self).filter(
      ([name, value]) => (selfFields as readonly string[]).includes(name) && typeof value === 'string',
    )
    return Object.fromEntries(known)
  } catch {
    return null
  }
}

export const forgetSelf = (storage: DraftStorage): void => clearDraft(storage, selfKey)
