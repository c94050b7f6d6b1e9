import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type IParagraphOptions,
  type IRunOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { unzipSync } from 'fflate'
import { beijingTimestamp } from '../../contract/beijing-time'
import type { AdoptionRow } from '../exports/reading/read-adoption-rows'
import { zip } from '../exports/xlsx/zip'
import type { Report } from './read-report'
import { datedAt, reportText } from './report-text'

/** GB/T 9704: A4, 37 mm above, 28 mm at the left, 35 mm below, 26 mm at the right; in twentieths of a point. */
const a4 = { width: 11906, height: 16838 }
const margin = { top: 2098, right: 1474, bottom: 1984, left: 1588, footer: 1400 }
/** 三号 lines of 28 points; sizes in half-points. */
const line = 560
const size = { title: 44, body: 32, table: 21, footer: 28 }
const indent = 640
const fonts = { title: '方正小标宋简体', body: '仿宋_GB2312', heading: '黑体', number: '宋体' } as const
const encoder = new TextEncoder()
const decoder = new TextDecoder()
const columns = [640, 1340, 1500, 2300, 4400, 1050, 2546]
const cellMargin = 80
/** A row of more lines may go on over the page, or it would leave half a page empty before it. */
const linesTogether = 8

const fontOf = (eastAsia: string): IRunOptions['font'] => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia,
})

/** The report in the layout of official documents. The same report gives the same bytes. */
export async function writeDocx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const { title, internal, draft, sections, heads, date } = reportText(report)
  const { authority } = report.about
  const document = new Document({
    title,
    creator: authority,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: fontOf(fonts.body), size: size.body } } } },
    sections: [
      {
        properties: { page: { size: a4, margin } },
        ...(internal !== null && { headers: marks(internal) }),
        footers: pageNumbers(),
        children: [
          centred(
            title,
            { font: fontOf(fonts.title), size: size.title },
            { spacing: { before: line, line: 640, lineRule: LineRuleType.EXACT } },
          ),
          ...(draft === null ? [] : [centred(draft, {})]),
          blank(),
          ...sections.flatMap(({ heading, paragraphs }) => [
            paragraph(heading, { font: fontOf(fonts.heading) }, { keepNext: true }),
            ...paragraphs.map((text) => paragraph(text, {})),
          ]),
          blank(),
          signature(authority),
          signature(date),
        ],
      },
      {
        properties: {
          page: {
            size: { ...a4, orientation: PageOrientation.LANDSCAPE },
            margin: { ...margin, top: margin.left, bottom: margin.right, footer: 850 },
          },
        },
        ...(internal !== null && { headers: marks(internal) }),
        footers: pageNumbers(),
        children: [
          centred('意见采纳情况汇总表', { font: fontOf(fonts.title), size: 36 }),
          blank(),
          report.rows.length > 0 ? adoptionTable(heads, report.rows) : paragraph('没有可以列出的意见。', {}),
        ],
      },
    ],
  })
  return withFixedTimes(new Uint8Array(await Packer.toArrayBuffer(document)), datedAt(report))
}

function paragraph(text: string, run: IRunOptions, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    indent: { firstLine: indent },
    spacing: { line, lineRule: LineRuleType.EXACT },
    alignment: AlignmentType.BOTH,
    ...options,
    children: runs(text, run),
  })
}

function centred(text: string, run: IRunOptions, options: IParagraphOptions = {}): Paragraph {
  return paragraph(text, run, { alignment: AlignmentType.CENTER, indent: { firstLine: 0 }, ...options })
}

function signature(text: string): Paragraph {
  return paragraph(text, {}, { alignment: AlignmentType.RIGHT, indent: { firstLine: 0, right: indent * 2 } })
}

const blank = () => paragraph('', {})

/** A line of the text is a line of the paragraph. */
function runs(text: string, run: IRunOptions): ParagraphChild[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((part, i) => new TextRun({ ...run, text: printable(part), ...(i > 0 && { break: 1 }) }))
}

/** What XML cannot hold is shown as a gap. */
const printable = (text: string) => text.replace(/(?!\t)\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '\uFFFD')

/** At the head of each page. */
function marks(text: string) {
  const header = () =>
    new Header({
      children: [new Paragraph({ children: runs(text, { font: fontOf(fonts.heading), size: size.footer }) })],
    })
  return { default: header(), even: header() }
}

/** — 1 — at the outer edge. */
function pageNumbers() {
  const numbered = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) =>
    new Footer({
      children: [
        new Paragraph({
          alignment,
          indent: alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 },
          children: [
            new TextRun({
              font: fontOf(fonts.number),
              size: size.footer,
              children: ['— ', PageNumber.CURRENT, ' —'],
            }),
          ],
        }),
      ],
    })
  return { default: numbered(AlignmentType.RIGHT), even: numbered(AlignmentType.LEFT) }
}

function adoptionTable(heads: readonly string[], rows: readonly AdoptionRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, i) =>
          cell(head, i, { font: fontOf(fonts.heading) }, AlignmentType.CENTER),
        ),
      }),
      ...rows.map((row) => {
        const { number, publicId, author, place, body, disposition, reason } = row
        const texts = [String(number), publicId, author, place, body, disposition, reason ?? '']
        return new TableRow({
          cantSplit: texts.every((text, i) => linesOf(text, i) <= linesTogether),
          children: texts.map((text, i) =>
            cell(text, i, {}, i === 0 || i === 5 ? AlignmentType.CENTER : AlignmentType.LEFT),
          ),
        })
      }),
    ],
  })
}

/** Of Chinese text in a column of the table. */
function linesOf(text: string, column: number): number {
  const perLine = Math.floor(((columns[column] ?? 0) - 2 * cellMargin) / (size.table * 10))
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / perLine)), 0)
}

function cell(
  text: string,
  column: number,
  run: IRunOptions,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): TableCell {
  return new TableCell({
    width: { size: columns[column] ?? 0, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: cellMargin, right: cellMargin },
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment,
        spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
        children: runs(text, { ...run, size: size.table }),
      }),
    ],
  })
}

/** The library writes the time of day into the file: the report's own takes its place, inside and in the archive. */
async function withFixedTimes(docx: Uint8Array, moment: string): Promise<Uint8Array<ArrayBuffer>> {
  const parts = Object.entries(unzipSync(docx)).sort(([a], [b]) => (a < b ? -1 : 1))
  async function* entries() {
    for (const [path, bytes] of parts) {
      const content = path === 'docProps/core.xml' ? encoder.encode(settle(decoder.decode(bytes))) : bytes
      yield { path, content: one(content) }
    }
  }
  const settle = (xml: string) =>
    xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment.slice(0, 19)}Z`)
  const pieces: Uint8Array[] = []
  for await (const piece of zip(entries(), beijingTimestamp(moment))) pieces.push(piece)
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer())
}

async function* one(bytes: Uint8Array) {
  yield bytes
}
