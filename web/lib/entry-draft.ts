import { draftLifetimeDays, entryPrefix } from './drafts'
import { ownBase } from './links'

/** What was typed into the form of an entry and not saved yet, by the names of its fields; kept on the device. */
export interface EntryDraft {
  savedAt: number
  /** It was sent to be saved; whether that went well shows in the version of the entry. */
  isSent: boolean
  values: Record<string, string>
}

/** Where a device keeps it: by organisation, for colleagues may share the device; the place is `7.3:7.3.1`, or `7.3:` for the whole. */
export const entryDraftKey = (uscc: string, place: string): string =>
  `${entryPrefix}${ownBase()}:${uscc}:${place}`

const said = ({ version: _, opened: __, ...values }: Record<string, string>) =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))

/** Whether both say the same, whichever version they are of or began from. */
export const isSameSaying = (a: Record<string, string>, b: Record<string, string>): boolean =>
  said(a) === said(b)

/** The draft that is to be brought back to a form as it was drawn; null where it was saved, is old, or says nothing else. */
export function draftFor(
  stored: string | null,
  drawn: Record<string, string>,
  now: number,
): EntryDraft | null {
  try {
    const draft = JSON.parse(stored ?? 'null') as EntryDraft | null
    if (!draft || now - draft.savedAt > draftLifetimeDays * 86_400_000) return null
    if (draft.isSent && draft.values.version !== drawn.version) return null
    return isSameSaying(draft.values, drawn) ? null : draft
  } catch {
    return null
  }
}
