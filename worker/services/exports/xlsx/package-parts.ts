import { sheetRange } from './worksheet'
import { xmlAttribute } from './xml-text'

export interface FinishedSheet {
  name: string
  columns: number
  lastRow: number
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export const sheetPath = (index: number) => `xl/worksheets/sheet${index + 1}.xml`

export function workbookXml(sheets: FinishedSheet[]): string {
  const list = sheets.map(
    ({ name }, i) => `<sheet name="${xmlAttribute(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const filters = sheets.map(({ name, columns, lastRow }, i) => {
    const range = `'${xmlAttribute(name.replaceAll("'", "''"))}'!${sheetRange(columns, lastRow, '$')}`
    return `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${range}</definedName>`
  })
  return (
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${list.join('')}</sheets>` +
    `<definedNames>${filters.join('')}</definedNames></workbook>`
  )
}

export function workbookRelationshipsXml(sheets: FinishedSheet[]): string {
  const targets = [
    ...sheets.map((_, i) => ['worksheet', sheetPath(i).slice('xl/'.length)]),
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
    ...sheets.map((_, i) => [sheetPath(i), 'worksheet']),
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
