import { isTargetField, type TargetField } from '../../worker/contract/target-fields'
import type { CommentFormValues } from '../page'
import { ownBase } from './links'

/** What is kept on the device. Consent is asked anew each time and a contact is nobody else's to find. */
export const draftFields = [
  'body',
  'stance',
  'clause',
  'quote',
  'wording',
  'wordingOf',
  'kind',
  'displayName',
  'name',
  'uscc',
  'size',
  'industry',
  'city',
] as const
export type DraftValues = Pick<CommentFormValues, (typeof draftFields)[number] | TargetField>

export interface Draft {
  savedAt: number
  values: DraftValues
}

/** The part of `localStorage` that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export function deviceStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

export const draftLifetimeDays = 7
/** Who somebody is stays longer than what they write. */
export const selfKey = 'yanlu:self'
export const rememberedDays = 30
/** What is kept of the entries of an organisation. */
export const entryPrefix = 'yanlu:entry'
const lifetime = draftLifetimeDays * 24 * 3_600_000

export function draftKey(measureKey: string, parentId: string | null): string {
  return `yanlu:draft${ownBase()}:${measureKey}:${parentId ?? ''}`
}

const emptyDraft = () => Object.fromEntries(draftFields.map((field) => [field, ''])) as DraftValues

export function draftOf(values: CommentFormValues): DraftValues {
  const draft = emptyDraft()
  for (const field of [...draftFields, ...targetFieldsOf(values)]) draft[field] = values[field] ?? ''
  return draft
}

const targetFieldsOf = (values: object): TargetField[] => Object.keys(values).filter(isTargetField)

/** Saves what was typed, or forgets it where nothing is left. Storage that is full or forbidden is no error. */
export function saveDraft(storage: DraftStorage, key: string, values: DraftValues, now: number): boolean {
  try {
    if (!values.body.trim()) storage.removeItem(key)
    else storage.setItem(key, JSON.stringify({ savedAt: now, values } satisfies Draft))
    return true
  } catch {
    return false
  }
}

export function loadDraft(storage: DraftStorage, key: string, now: number): Draft | null {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? 'null')
    if (typeof stored !== 'object' || stored === null) return null
    const { savedAt, values } = stored as { savedAt?: unknown; values?: Record<string, unknown> }
    if (typeof savedAt !== 'number' || typeof values !== 'object' || now - savedAt > lifetime) {
      storage.removeItem(key)
      return null
    }
    const draft = emptyDraft()
    for (const field of [...draftFields, ...targetFieldsOf(values)]) {
      const value = values[field]
      if (typeof value === 'string') draft[field] = value
    }
    return { savedAt, values: draft }
  } catch {
    return null
  }
}

export function clearDraft(storage: DraftStorage, key: string): void {
  try {
    storage.removeItem(key)
  } catch {
    // Storage is forbidden, so nothing was kept.
  }
}
