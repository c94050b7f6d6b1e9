import { sheetRange } from './sheet-range'
import type { SheetExtent } from './worksheet'
import { xmlAttribute } from './xml-text'

export interface FinishedSheet extends SheetExtent {
  name: string
  path: string
  columns: number
  /** Sheets of paper beside each other. */
  across: number
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`

export function workbookXml(sheets: FinishedSheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${xmlAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const filters = sheets.map((sheet, i) => {
    const range = sheetRange(sheet.columns, sheet.headerRow, sheet.lastRow, '$')
    return definedName('_FilterDatabase', i, `${quoted(sheet)}!${range}`, ' hidden="1"')
  })
  const titles = sheets.map((sheet, i) => definedName('Print_Titles', i, repeated(sheet)))
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>` +
    `<definedNames>${filters.join('')}${titles.join('')}</definedNames></workbook>`
  )
}

const quoted = ({ name }: FinishedSheet) => `'${xmlAttribute(name.replaceAll("'", "''"))}'`
/** The header stands on every page of paper, the first column on those that lie beside the first one. */
function repeated(sheet: FinishedSheet): string {
  const rows = `${quoted(sheet)}!$${sheet.headerRow}:$${sheet.headerRow}`
  return sheet.across > 1 ? `${quoted(sheet)}!$A:$A,${rows}` : rows
}
const definedName = (name: string, sheet: number, value: string, attributes = '') =>
  `<definedName name="_xlnm.${name}" localSheetId="${sheet}"${attributes}>${value}</definedName>`

export function workbookRelationshipsXml(sheets: FinishedSheet[]): string {
  const targets = [
    ...sheets.map(({ path }) => ['worksheet', path.slice('xl/'.length)]),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ]
  const list = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${relationships}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageRelationships}">${list.join('')}</Relationships>`
}

export const rootRelationshipsXml =
  `<Relationships xmlns="${packageRelationships}">` +
  `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

export function contentTypesXml(sheets: FinishedSheet[]): string {
  const parts = [
    ['xl/workbook.xml', 'sheet.main'],
    ['xl/styles.xml', 'styles'],
    ['xl/sharedStrings.xml', 'sharedStrings'],
    ...sheets.map(({ path }) => [path, 'worksheet']),
  ]
  const list = parts.map(
    ([path, type]) => `<Override PartName="/${path}" ContentType="${mime}.${type}+xml"/>`,
  )
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${list.join('')}</Types>`
  )
}
