/** Positions in `cellXfs`. `prose` wraps and is marked as text by the apostrophe that a formula bar shows, not by @. */
export const cellStyles = { header: 1, text: 2, prose: 3, integer: 4, datetime: 5 } as const
export type CellStyle = keyof typeof cellStyles

const top = '<alignment vertical="top"/>'
const cell = (attributes: string, alignment: string) =>
  `<xf fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1" ${attributes}>${alignment}</xf>`

export const stylesXml = [
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>',
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font>',
  '<font><b/><sz val="11"/><name val="宋体"/></font></fonts>',
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF4"/></patternFill></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>',
  cell('numFmtId="49" applyNumberFormat="1"', top),
  cell('numFmtId="0" quotePrefix="1"', '<alignment vertical="top" wrapText="1"/>'),
  cell('numFmtId="1" applyNumberFormat="1"', top),
  cell('numFmtId="164" applyNumberFormat="1"', top),
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')
