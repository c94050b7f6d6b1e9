import * as v from 'valibot'
import { type FieldCode, fieldCodes } from '../../contract/errors'
import { domainWords } from '../../contract/locales'
import {
  type ImportColumn,
  type OfflineOpinion,
  offlineChannels,
  offlineOpinionSchema,
} from '../../contract/offline'
import { participantKinds, stances } from '../../contract/words'
import type { FieldProblem } from './check-whole'
import type { FoundCell } from './read-table'

export type Cells = Record<ImportColumn, FoundCell>

const day = 86_400_000

/** A row of the table as an opinion, or what is wrong with its cells, each once. */
export function readCells(cells: Cells, dateSystem: '1900' | '1904'): OfflineOpinion | FieldProblem[] {
  const text = (column: ImportColumn) => textOf(cells[column])
  const clause = foldLine(text('clause'))
  const uscc = text('uscc')
  const wording = text('wording')
  const given = {
    channel: choiceOf(text('channel'), 'channels', offlineChannels),
    receivedOn: dayOf(cells.receivedOn, dateSystem),
    reference: text('reference'),
    measure: foldLine(text('measure')),
    ...(clause && { clause }),
    kind: choiceOf(text('kind'), 'kinds', participantKinds),
    name: text('name'),
    ...(uscc.trim() && { uscc }),
    stance: choiceOf(text('stance'), 'stances', stances),
    body: text('body'),
    ...(wording.trim() && { wording }),
    consent: { publish: yesOf(text('publish')), name: yesOf(text('showName') || '否') },
  }
  const { success, output, issues } = v.safeParse(offlineOpinionSchema, given)
  if (success) return output
  const problems = new Map<ImportColumn, FieldCode>()
  for (const issue of issues) {
    const column = columnOf((issue.path ?? []).map(({ key }) => String(key)).join('.'))
    if (!problems.has(column)) problems.set(column, codeOf(issue.message, text(column)))
  }
  return [...problems].map(([field, code]) => ({ field, code }))
}

const columnOf = (path: string): ImportColumn =>
  path === 'consent.publish' ? 'publish' : path === 'consent.name' ? 'showName' : (path as ImportColumn)

/** An empty cell is missing, whatever else it fails to be. */
function codeOf(message: string, text: string): FieldCode {
  if (text.trim() === '') return 'required'
  if (message === 'wrong_type') return 'not_a_choice'
  return fieldCodes.find((code) => code === message) ?? 'wrong_type'
}

function textOf(cell: FoundCell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell)
}

/** Full-width digits, letters and points as narrow ones. */
const foldLine = (text: string) => text.normalize('NFKC').trim()

/** The word of a closed vocabulary that is meant, in either language or as a code; else what stands there. */
function choiceOf<Key extends string>(
  text: string,
  vocabulary: 'channels' | 'kinds' | 'stances',
  keys: readonly Key[],
): string {
  const wanted = foldLine(text).toLowerCase()
  const found = keys.find((key) =>
    [key, nameOf('zh', vocabulary, key), nameOf('en', vocabulary, key)].some(
      (name) => name.normalize('NFKC').toLowerCase() === wanted,
    ),
  )
  return found ?? wanted
}

const nameOf = (language: 'zh' | 'en', vocabulary: 'channels' | 'kinds' | 'stances', key: string) =>
  (domainWords[language][vocabulary] as Record<string, string>)[key] ?? ''

const yes = ['是', '同意', 'yes', 'true', '1', 'y']
const no = ['否', '不同意', 'no', 'false', '0', 'n']

function yesOf(text: string): boolean | string {
  const wanted = foldLine(text).toLowerCase()
  if (yes.includes(wanted)) return true
  return no.includes(wanted) ? false : wanted
}

/** 2021-03-19 of a date, of a spreadsheet's number for one, or of the usual ways to write it; else what stands there. */
function dayOf(cell: FoundCell, dateSystem: '1900' | '1904'): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number') return dayOfSerial(cell, dateSystem)
  const text = foldLine(textOf(cell))
  if (/^\d{5}$/.test(text)) return dayOfSerial(Number(text), dateSystem)
  const match =
    /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[ T]\d.*)?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (!match) return text
  const [, year = '', month = '', date = ''] = match
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
}

function dayOfSerial(serial: number, dateSystem: '1900' | '1904'): string {
  if (!(serial >= 1 && serial < 100_000)) return String(serial)
  const first = dateSystem === '1904' ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(first + Math.floor(serial) * day).toISOString().slice(0, 10)
}
