import type { MeasureView } from '../../worker/contract/plan'
import type { EntryView } from '../../worker/contract/submissions'
import { isTargetField, targetFields, targetValues } from '../../worker/contract/target-fields'
import type { EntryFormValues } from '../page'
import { changesWording, wordingToEdit } from './changes-wording'

type Measure = Pick<MeasureView, 'revision' | 'clauses'>

/** What the form of a place holds before anything is typed: its entry, or nothing but the clause as it reads. */
export function entryValues(
  entry: EntryView | null,
  clause: string,
  { revision, clauses }: Measure,
): EntryFormValues {
  const said = {
    stance: entry?.stance ?? '',
    body: entry?.body ?? '',
    wording: entry?.wording ?? wordingToEdit('', clause, clauses),
    attachments: (entry?.attachments ?? []).map(({ id }) => id).join(' '),
    annex: entry?.annex?.file.id ?? '',
    annexSummary: entry?.annex?.summary ?? '',
    ...targetValues(entry?.targets ?? []),
  }
  return {
    ...said,
    clause,
    version: String(entry?.version ?? ''),
    planRevision: String(revision),
    opened: JSON.stringify(said),
  }
}

/** Whether something was typed that the form of the place did not hold before. */
export const hasTyped = (typed: EntryFormValues, measure: Measure, entries: readonly EntryView[]): boolean =>
  sayingOf(typed) !== sayingOf(entryValues(entryAt(entries, typed.clause), typed.clause, measure))

const entryAt = (entries: readonly EntryView[], place: string) =>
  entries.find(({ clause }) => (clause?.key ?? '') === place) ?? null

/**
 * What was typed, in the form of another place of the measure. Null where it cannot go along: it changes an entry of this place,
 * the other has one, or a part of it is on this clause alone.
 */
export function moveEntry(
  typed: EntryFormValues,
  to: string,
  measure: Measure,
  entries: readonly EntryView[],
): EntryFormValues | null {
  const isBound =
    changesWording(typed.wording, measure.clauses) ||
    answersOf(typed).some(([name]) => !asks(measure, to, name))
  if (entryAt(entries, typed.clause) || entryAt(entries, to) || isBound) return null
  const { wording, opened } = entryValues(null, to, measure)
  return { ...typed, clause: to, wording, opened }
}

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim()

const answersOf = (values: EntryFormValues) =>
  Object.entries(values)
    .map(([name, value]) => [name, plain(value)] as const)
    .filter(([name, value]) => isTargetField(name) && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))

const asks = ({ clauses }: Measure, place: string, name: string) =>
  clauses
    .filter(({ key }) => place === '' || key === place)
    .some(({ targets }) => targets.some(({ key }) => targetFields(key).some((each) => each === name)))

const sayingOf = (values: EntryFormValues): string => {
  const { stance, body, wording, attachments, annex, annexSummary } = values
  return JSON.stringify([
    stance,
    ...[body, wording, attachments, annex, annexSummary].map(plain),
    answersOf(values),
  ])
}
