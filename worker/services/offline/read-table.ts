import { unzipSync } from 'fflate'
import { detectDelimiter, parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import type { FieldCode } from '../../contract/errors'
import { needsGuard } from '../exports/csv'

export type FoundCell = string | number | boolean | Date | null

/** What a file holds, cell by cell. */
export interface FoundTable {
  rows: FoundCell[][]
  /** Cells that are no plain value, by `row,column` counted from 0. */
  odd: Map<string, 'formula' | 'error'>
  /** Of dates that are written as bare numbers. */
  dateSystem: '1900' | '1904'
}

/** A file of 5 MB that would unpack to more than this is no list of opinions. */
const unpackedLimit = 64 * 1024 * 1024
/** The workbook's sheet of opinions; of a workbook without one the first sheet. */
export const opinionSheet = '意见'

/** Reads a workbook or a CSV by what it is, whatever it is called; tells why where it is neither. */
export async function readTable(bytes: Uint8Array): Promise<FoundTable | FieldCode> {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return readWorkbook(bytes)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'file_old_excel'
  const text = decode(bytes)
  if (text === null) return 'file_encoding'
  if (/[\0\uFFFE]/.test(text)) return 'file_unreadable'
  return readCsv(text)
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((byte, i) => bytes[i] === byte)

async function readWorkbook(bytes: Uint8Array): Promise<FoundTable | FieldCode> {
  try {
    if (unpackedSize(bytes) > unpackedLimit) return 'file_too_large'
    const { sheets, dateSystem } = await readXlsx(bytes, { readStyles: true })
    const sheet = sheets.find(({ name }) => name === opinionSheet) ?? sheets.find(({ hidden }) => !hidden)
    if (!sheet) return 'file_empty'
    const odd: FoundTable['odd'] = new Map()
    for (const [place, { type }] of sheet.cells ?? [])
      if (type === 'formula' || type === 'error') odd.set(place, type)
    return { rows: sheet.rows, odd, dateSystem: dateSystem === '1904' ? '1904' : '1900' }
  } catch {
    return 'file_unreadable'
  }
}

/** As the archive's own list has it: nothing is unpacked for it. */
function unpackedSize(bytes: Uint8Array): number {
  let size = 0
  unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize
      return false
    },
  })
  return size
}

function readCsv(text: string): FoundTable {
  const [header = ''] = text.split(/\r?\n|\r/, 1)
  const rows = parseCsv(text, { delimiter: detectDelimiter(header) })
  return { rows: rows.map((row) => row.map(unguard)), odd: new Map(), dateSystem: '1900' }
}

/** Takes off the apostrophe by which a CSV keeps a spreadsheet from reading a text as a formula or a number. */
const unguard = (cell: FoundCell) =>
  typeof cell === 'string' && cell.startsWith("'") && needsGuard(cell) ? cell.slice(1) : cell

/** UTF-8 and UTF-16 with or without their mark, else GB 18030, which older Excel writes; null where it is none of them. */
export function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeAs('utf-16le', bytes)
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
