import type { MeasureView } from '../../worker/contract/plan'
import type { EntryView } from '../../worker/contract/submissions'
import { isTargetField, targetFields } from '../../worker/contract/target-fields'
import type { EntryFormValues } from '../page'
import { entryValues } from './entry-values'

type Fields = Record<string, string | undefined>

/**
 * The form of an entry that a colleague saved meanwhile: what was typed, and theirs where nothing was changed since the form was
 * opened. Where it does not say how it was opened, all that was typed stays.
 */
export function mergeEntry(
  typed: EntryFormValues,
  entry: EntryView | null,
  measure: Pick<MeasureView, 'revision' | 'clauses'>,
): EntryFormValues {
  const theirs = entryValues(entry, typed.clause, measure)
  const opened = entry && parseOpened(typed.opened)
  const { version } = theirs
  if (!opened) return { ...typed, version, opened: theirs.opened }
  const isUntouched = (name: string) => plain(typed, name) === plain(opened, name)
  const kept = ['stance', 'body', 'wording', 'annex', 'annexSummary'].filter(isUntouched)
  const targets = [...Object.keys(typed), ...Object.keys(theirs)].filter(isTargetField).filter((name) => {
    const key = name.slice(name.indexOf('-') + 1)
    return targetFields(key).every(isUntouched)
  })
  const taken = Object.fromEntries(
    [...kept, ...targets].map((name) => [name, (theirs as Fields)[name] ?? '']),
  )
  return {
    ...typed,
    ...taken,
    attachments: mergeFiles(typed.attachments, opened.attachments ?? '', theirs.attachments),
    version,
    opened: theirs.opened,
  }
}

/** Theirs, without what was taken out of the form, and with what was brought to it. */
function mergeFiles(typed: string, opened: string, theirs: string): string {
  const [has, had, have] = [typed, opened, theirs].map((ids) => ids.split(' ').filter(Boolean))
  const left = have?.filter((id) => has?.includes(id) || !had?.includes(id)) ?? []
  const brought = has?.filter((id) => !had?.includes(id) && !left.includes(id)) ?? []
  return [...left, ...brought].join(' ')
}

const plain = (values: Fields, name: string) => (values[name] ?? '').replaceAll('\r\n', '\n').trim()

function parseOpened(text: string): Fields | null {
  try {
    const opened: unknown = JSON.parse(text)
    const isFields =
      typeof opened === 'object' &&
      opened !== null &&
      Object.values(opened).every((value) => typeof value === 'string')
    return isFields ? (opened as Fields) : null
  } catch {
    return null
  }
}
