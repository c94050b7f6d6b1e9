interface Paper {
  /** As Excel numbers them: 9 is A4, 8 is A3. */
  size: 8 | 9
  orientation: 'portrait' | 'landscape'
  /** What fits beside each other, in characters of the default font, at a scale that can be read without effort. */
  room: number
}

const papers: readonly [Paper, Paper, Paper] = [
  { size: 9, orientation: 'portrait', room: 130 },
  { size: 9, orientation: 'landscape', room: 190 },
  { size: 8, orientation: 'landscape', room: 320 },
]

export interface PageSetup extends Paper {
  /** Sheets of paper beside each other. Past one, the first column stands on each, so that a row can be followed. */
  across: number
}

/** The smallest paper that takes these columns beside each other; of those that not even the largest takes, as few as can be. */
export function pageSetup(columns: readonly { width: number }[]): PageSetup {
  const widths = columns.map(({ width }) => width)
  const total = widths.reduce((sum, width) => sum + width, 0)
  const paper = papers.find(({ room }) => total <= room) ?? papers[2]
  return { ...paper, across: pagesAcross(widths, paper.room) }
}

/** A column is never cut: what does not fit begins the next page, beside the first column again. */
function pagesAcross([key = 0, ...widths]: readonly number[], room: number): number {
  let pages = 1
  let used = key
  for (const width of widths) {
    if (used + width > room) {
      pages += 1
      used = key
    }
    used += width
  }
  return pages
}

/** Begins the worksheet. */
export const fittedSheet = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** Ends the worksheet; a table without `borders` of its own is printed with the lines of the grid. */
export function pageXml({ size, orientation, across }: PageSetup, { borders }: { borders: boolean }): string {
  return (
    (borders ? '' : '<printOptions gridLines="1"/>') +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.75" header="0.3" footer="0.35"/>' +
    `<pageSetup paperSize="${size}" orientation="${orientation}" pageOrder="overThenDown" fitToWidth="${across}" fitToHeight="0"/>` +
    '<headerFooter scaleWithDoc="0"><oddFooter>&amp;L&amp;A&amp;R第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>'
  )
}
