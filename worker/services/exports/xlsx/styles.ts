/**
 * Positions in `cellXfs`. `prose` is marked as text by the apostrophe that a formula bar shows, not by @. What is
 * `printed` has borders; `title` and `line` stand above and below a printed table.
 */
export const cellStyles = {
  header: 1,
  text: 2,
  prose: 3,
  integer: 4,
  datetime: 5,
  number: 6,
  title: 7,
  line: 8,
  printedHeader: 9,
  printed: 10,
  printedInteger: 11,
} as const
export type CellStyle = keyof typeof cellStyles

const top = '<alignment vertical="top"/>'
const wrapped = '<alignment vertical="top" wrapText="1"/>'
const cell = (attributes: string, alignment: string, { font = 0, border = 0 } = {}) =>
  `<xf fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyAlignment="1" ` +
  `${font ? 'applyFont="1" ' : ''}${border ? 'applyBorder="1" ' : ''}${attributes}>${alignment}</xf>`
const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`

export const stylesXml = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>',
  '<numFmt numFmtId="165" formatCode="0.####"/></numFmts>',
  '<fonts count="3"><font><sz val="11"/><name val="宋体"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="12"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" ' +
    'applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
  cell('numFmtId="49" applyNumberFormat="1"', wrapped),
  cell('numFmtId="0" quotePrefix="1"', wrapped),
  cell('numFmtId="1" applyNumberFormat="1"', top),
  cell('numFmtId="164" applyNumberFormat="1"', top),
  cell('numFmtId="165" applyNumberFormat="1"', top),
  cell('numFmtId="0" quotePrefix="1"', '<alignment horizontal="center" vertical="center" wrapText="1"/>', {
    font: 2,
  }),
  cell('numFmtId="0" quotePrefix="1"', wrapped),
  cell(
    'numFmtId="49" applyNumberFormat="1"',
    '<alignment horizontal="center" vertical="center" wrapText="1"/>',
    {
      font: 1,
      border: 1,
    },
  ),
  cell('numFmtId="0" quotePrefix="1"', wrapped, { border: 1 }),
  cell('numFmtId="1" applyNumberFormat="1"', '<alignment horizontal="center" vertical="top"/>', {
    border: 1,
  }),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')
