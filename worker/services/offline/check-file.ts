import type { FieldCode } from '../../contract/errors'
import { limits } from '../../contract/limits'
import { domainWords } from '../../contract/locales'
import {
  type ImportColumn,
  type ImportProblem,
  importColumns,
  type OfflineOpinion,
} from '../../contract/offline'
import { checkWhole } from './check-whole'
import { columnWords } from './column-words'
import type { PlacedOpinion } from './enter-opinions'
import { findPlace, type Register } from './find-places'
import { type Cells, readCells } from './read-cells'
import { type FoundCell, type FoundTable, readTable } from './read-table'

export interface CheckedFile {
  sha256: string
  opinions: (PlacedOpinion & { row: number })[]
  problems: ImportProblem[]
  /** Rows that hold anything. */
  rows: number
}

/** Reads a file of opinions and finds everything that is wrong with it. */
export async function checkFile(bytes: Uint8Array, register: Register): Promise<CheckedFile> {
  const sha256 = await hashOf(bytes)
  const found = { sha256, opinions: [], rows: 0 }
  if (bytes.length > limits.importBytes) return { ...found, problems: [ofFile('file_too_large')] }
  const table = await readTable(bytes)
  if (typeof table === 'string') return { ...found, problems: [ofFile(table)] }
  const [header = [], ...rows] = table.rows
  const filled = rows.map((row, i) => ({ row, number: i + 2 })).filter(({ row }) => !isBlank(row))
  const { columns, problems } = readHeader(header, rows)
  if (filled.length === 0) return { ...found, problems: [...problems, ofFile('file_empty')] }
  if (filled.length > limits.importRows) problems.push(ofFile('rows_too_many'))
  if (problems.length > 0) return { ...found, rows: filled.length, problems }
  const opinions: CheckedFile['opinions'] = []
  for (const { row, number } of filled) {
    const checked = checkRow(row, number, columns, table, register)
    if (Array.isArray(checked)) problems.push(...checked)
    else opinions.push(checked)
  }
  return { sha256, opinions, problems, rows: filled.length }
}

function checkRow(
  row: FoundCell[],
  number: number,
  columns: Map<ImportColumn, number>,
  table: FoundTable,
  register: Register,
): (PlacedOpinion & { row: number }) | ImportProblem[] {
  const at = (field: ImportColumn, code: FieldCode) => {
    const index = columns.get(field) ?? 0
    return ofCell(number, index, columnWords[field].zh, row[index] ?? null, code)
  }
  const odd = importColumns.flatMap((field) => {
    const kind = table.odd.get(`${number - 1},${columns.get(field)}`)
    return kind ? [at(field, kind === 'formula' ? 'cell_formula' : 'cell_error')] : []
  })
  if (odd.length > 0) return odd
  const cells = Object.fromEntries(
    importColumns.map((field) => [field, row[columns.get(field) ?? -1] ?? null]),
  ) as Cells
  const opinion = readCells(cells, table.dateSystem)
  if (Array.isArray(opinion)) return opinion.map(({ field, code }) => at(field, code))
  const problems = checkWhole(opinion, register)
  if (problems.length > 0) return problems.map(({ field, code }) => at(field, code))
  return { row: number, opinion, place: placeOf(opinion, register) }
}

function placeOf({ measure, clause, receivedOn }: OfflineOpinion, register: Register) {
  const place = findPlace(register, measure, clause, receivedOn)
  if ('code' in place) throw new Error(`${measure} ${clause} was found before`)
  return place
}

/** Which column is where, by its heading in either language; marks of what is required do not count. */
function readHeader(header: FoundCell[], rows: FoundCell[][]) {
  const columns = new Map<ImportColumn, number>()
  const problems: ImportProblem[] = []
  for (const [i, cell] of header.entries()) {
    const name = nameOf(cell)
    if (name === '' && rows.every((row) => (row[i] ?? '') === '')) continue
    const field = importColumns.find((each) =>
      [columnWords[each].zh, columnWords[each].en].some((word) => nameOf(word) === name),
    )
    if (!field) problems.push(ofCell(1, i, null, cell, 'column_unknown'))
    else if (columns.has(field)) problems.push(ofCell(1, i, columnWords[field].zh, cell, 'column_repeated'))
    else columns.set(field, i)
  }
  for (const field of importColumns)
    if (columnWords[field].isRequired && !columns.has(field))
      problems.push({ ...ofFile('column_missing'), row: 1, header: columnWords[field].zh })
  return { columns, problems }
}

const nameOf = (cell: FoundCell) =>
  String(cell ?? '')
    .normalize('NFKC')
    .replace(/[\s*]/g, '')
    .toLowerCase()

const isBlank = (row: FoundCell[]) => row.every((cell) => cell === null || String(cell).trim() === '')

const sentenceOf = (code: FieldCode) => ({
  zh: domainWords.zh.fields[code],
  en: domainWords.en.fields[code],
})

const ofFile = (code: FieldCode): ImportProblem => ({
  row: null,
  column: null,
  header: null,
  found: null,
  sentence: sentenceOf(code),
})

function ofCell(
  row: number,
  index: number,
  header: string | null,
  cell: FoundCell,
  code: FieldCode,
): ImportProblem {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim()
  return {
    row,
    column: letterOf(index),
    header,
    found: text === '' ? null : shorten(text, 40),
    sentence: sentenceOf(code),
  }
}

export function shorten(text: string, length: number): string {
  const characters = [...text.replace(/\s+/g, ' ')]
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('')
}

/** A, B … Z, AA: as spreadsheets name columns, from 0. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

export async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
