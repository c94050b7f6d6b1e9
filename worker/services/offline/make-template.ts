import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { limits } from '../../contract/limits'
import { domainWords } from '../../contract/locales'
import { type ImportColumn, importColumns, offlineChannels } from '../../contract/offline'
import { participantKinds, stances } from '../../contract/words'
import { byteOrderMark, csvRow } from '../exports/csv'
import { columnWords } from './column-words'
import { opinionSheet } from './read-table'

const words = domainWords.zh
const headings = importColumns.map(
  (column) => `${columnWords[column].zh}${columnWords[column].isRequired ? '*' : ''}`,
)

/** What runs over several lines of a cell. */
const longColumns: ImportColumn[] = ['body', 'wording']

const choices: Partial<Record<ImportColumn, string[]>> = {
  channel: offlineChannels.map((channel) => words.channels[channel]),
  kind: participantKinds.map((kind) => words.kinds[kind]),
  stance: stances.map((stance) => words.stances[stance]),
  publish: ['是', '否'],
  showName: ['是', '否'],
}

/** The headings alone, for whoever fills a CSV in. */
export function makeCsvTemplate(): Uint8Array {
  return new TextEncoder().encode(byteOrderMark + csvRow(headings))
}

/** A workbook with a sheet to fill in, whose cells are text and whose choices are lists, and one that explains it. */
export async function makeXlsxTemplate(): Promise<Uint8Array> {
  return writeXlsx({
    defaultFont: { name: '等线', size: 11 },
    sheets: [sheetToFill(), sheetThatExplains()],
    properties: { title: '线下意见导入模板', created: new Date(0), modified: new Date(0) },
  })
}

function sheetToFill(): WriteSheet {
  const last = limits.importRows + 1
  return {
    name: opinionSheet,
    rows: [headings],
    columns: importColumns.map((column) => ({
      width: columnWords[column].width,
      style: { numFmt: '@', alignment: { vertical: 'top', wrapText: longColumns.includes(column) } },
    })),
    freezePane: { rows: 1 },
    pageSetup: { ...page, orientation: 'landscape', printTitlesRow: '$1:$1' },
    headerFooter: footer,
    dataValidations: importColumns.flatMap((column, i) => {
      const values = choices[column]
      const letter = String.fromCharCode(65 + i)
      return values
        ? [
            {
              type: 'list' as const,
              values,
              range: `${letter}2:${letter}${last}`,
              allowBlank: true,
              showErrorMessage: true,
              errorTitle: columnWords[column].zh,
              errorMessage: '请从列表中选择。',
            },
          ]
        : []
    }),
    cells: new Map(
      headings.map((value, i) => [
        `0,${i}`,
        {
          value,
          type: 'string' as const,
          style: {
            font: { bold: true },
            fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'F3EFE6' } },
            alignment: { wrapText: true, vertical: 'center' as const },
          },
        },
      ]),
    ),
  }
}

const page = {
  paperSize: 'a4',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.35 },
} as const
const footer = { oddFooter: '&L&A&R第 &P 页，共 &N 页' }

/** The title, and the headings of the list of columns. */
function headingCells(row: number) {
  const texts = row === 0 ? ['填写说明'] : ['列', '是否必填', '填写要求']
  return texts.map(
    (value, i) =>
      [`${row},${i}`, { value, type: 'string' as const, style: { font: { bold: true } } }] as const,
  )
}

function sheetThatExplains(): WriteSheet {
  const rules = [
    `每行一条意见，填在“${opinionSheet}”表中，一份文件最多 ${limits.importRows} 条、不超过 5 MB。`,
    '带 * 的列必填。表头请勿改动，列的次序可以调整。',
    '请填文字或日期，不要用公式。',
    '先核对、后导入：只要有一处错误，整份文件都不导入；同一份文件不能导入两次。',
    '导入的意见与网上提交的意见一样先审核、后公开。',
  ]
  const headingsAt = rules.length + 2
  return {
    name: '填写说明',
    rows: [
      ['填写说明'],
      ...rules.map((rule, i) => [`${i + 1}．${rule}`]),
      [],
      ['列', '是否必填', '填写要求'],
      ...importColumns.map((column) => [
        columnWords[column].zh,
        columnWords[column].isRequired ? '必填' : '',
        columnWords[column].hint,
      ]),
    ],
    columns: [{ width: 20 }, { width: 10 }, { width: 80 }],
    cells: new Map([0, headingsAt].flatMap((row) => headingCells(row))),
    pageSetup: {
      ...page,
      orientation: 'portrait',
      printTitlesRow: `$${headingsAt + 1}:$${headingsAt + 1}`,
    },
    headerFooter: footer,
  }
}
