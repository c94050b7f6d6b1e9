/** Fewer people than this are not shown as a figure. */
export const smallest = 5

const isSmall = (count: number) => count > 0 && count < smallest

export interface HiddenRow {
  cells: boolean[]
  total: boolean
}

/**
 * Which counts of a breakdown are hidden: the small ones, and with them the smallest of the others until what is hidden
 * has at least two answers, even for somebody who knows the total and that a hidden count is not zero. Where nothing is
 * left to hide them among, the total goes too. Zeros stand: the silence map says them anyway.
 */
export function hideSmall(counts: readonly number[]): HiddenRow {
  const cells = counts.map(isSmall)
  const order = counts.map((_, i) => i).sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
  const candidates = order.filter((i) => (counts[i] ?? 0) >= smallest)
  while (cells.some(Boolean) && !isAmbiguous(counts, cells)) {
    const next = candidates.shift()
    if (next === undefined) return { cells, total: true }
    cells[next] = true
  }
  return { cells, total: false }
}

function isAmbiguous(counts: readonly number[], cells: readonly boolean[]): boolean {
  const hidden = counts.filter((_, i) => cells[i])
  const sum = hidden.reduce((so, count) => so + count, 0)
  return hidden.length > 1 && sum >= smallest && sum > hidden.length
}

export interface HiddenTable {
  cells: boolean[][]
  rows: HiddenRow
  columns: HiddenRow
}

/**
 * The same for a table with its margins; null where no table can be shown. Rows, columns and the total are balances: what
 * is hidden can be computed back unless it lies on a ring of hidden figures along which one can be moved up and the next
 * down, and no count is below one.
 */
export function hideSmallInTable(counts: readonly (readonly number[])[]): HiddenTable | null {
  const rowTotals = counts.map(sum)
  const columnTotals = (counts[0] ?? []).map((_, j) => sum(counts.map((row) => row[j] ?? 0)))
  const rows = hideSmall(rowTotals)
  const columns = hideSmall(columnTotals)
  if (rows.total || columns.total) return null
  const table = new Balance([
    ...counts.map((row, i) => [...row, rowTotals[i] ?? 0]),
    [...columnTotals, sum(rowTotals)],
  ])
  for (const [i, row] of counts.entries())
    for (const [j, count] of row.entries()) if (isSmall(count)) table.hide(i, j)
  for (const [i, hidden] of rows.cells.entries()) if (hidden) table.hide(i, table.lastColumn)
  for (const [j, hidden] of columns.cells.entries()) if (hidden) table.hide(table.lastRow, j)

  for (let open = table.firstOpen(); open; open = table.firstOpen())
    if (!table.closeRing(open)) {
      table.hideWithin()
      if (table.firstOpen()) return null
    }
  return { cells: counts.map((row, i) => row.map((_, j) => table.isHidden(i, j))), rows, columns }
}

type Place = readonly [row: number, column: number]

/** A table with its margins as last row and column; a margin counts against its row or column. */
class Balance {
  readonly lastRow: number
  readonly lastColumn: number
  private readonly hidden: boolean[][]

  constructor(private readonly counts: readonly (readonly number[])[]) {
    this.lastRow = counts.length - 1
    this.lastColumn = (counts[0]?.length ?? 1) - 1
    this.hidden = counts.map((row) => row.map(() => false))
  }

  isHidden = (i: number, j: number): boolean => this.hidden[i]?.[j] ?? false

  hide(i: number, j: number, isHidden = true): void {
    const row = this.hidden[i]
    if (row) row[j] = isHidden
  }

  hideWithin(): void {
    for (const [i, j] of this.places()) if (this.mayHide(i, j)) this.hide(i, j)
  }

  /** A hidden figure that can be computed back. */
  firstOpen(): Place | undefined {
    return this.places().find(([i, j]) => this.isHidden(i, j) && !this.isOnRing([i, j]))
  }

  /** Hides the corners of the cheapest rectangle that puts this place on a ring. */
  closeRing([i, j]: Place): boolean {
    const rectangles = this.places()
      .filter(([k, l]) => k !== i && l !== j)
      .map(([k, l]) => {
        const corners: Place[] = [
          [i, l],
          [k, j],
          [k, l],
        ]
        return corners.filter(([row, column]) => !this.isHidden(row, column))
      })
      .filter((corners) => corners.every(([row, column]) => this.mayHide(row, column)))
      .map((corners) => ({ corners, cost: sum(corners.map(([row, column]) => this.countAt(row, column))) }))
      .sort((a, b) => a.cost - b.cost)
    for (const { corners } of rectangles) {
      for (const [row, column] of corners) this.hide(row, column)
      if (this.isOnRing([i, j])) return true
      for (const [row, column] of corners) this.hide(row, column, false)
    }
    return false
  }

  private mayHide(i: number, j: number): boolean {
    return i < this.lastRow && j < this.lastColumn && this.countAt(i, j) > 0
  }

  private countAt = (i: number, j: number): number => this.counts[i]?.[j] ?? 0

  private places(): Place[] {
    return this.counts.flatMap((row, i) => row.map((_, j): Place => [i, j]))
  }

  /** True where the figure could be one more or one less, the others moving along within what is hidden. */
  private isOnRing([i, j]: Place): boolean {
    return (
      (this.mayGrow(i, j) && this.leads('column', j, i, [i, j])) ||
      (this.mayShrink(i, j) && this.leads('row', i, j, [i, j]))
    )
  }

  /** Whether a way along hidden figures leads from a column to a row, or from a row to a column, past `but`. */
  private leads(kind: 'row' | 'column', from: number, to: number, [row, column]: Place): boolean {
    const rows = new Set<number>(kind === 'row' ? [from] : [])
    const columns = new Set<number>(kind === 'column' ? [from] : [])
    const open: ['row' | 'column', number][] = [[kind, from]]
    for (let next = open.pop(); next; next = open.pop()) {
      const [side, place] = next
      if (side !== kind && place === to) return true
      const most = side === 'row' ? this.lastColumn : this.lastRow
      const seen = side === 'row' ? columns : rows
      for (let other = 0; other <= most; other += 1) {
        const [i, j] = side === 'row' ? [place, other] : [other, place]
        if (seen.has(other) || !this.isHidden(i, j) || (i === row && j === column)) continue
        if (!(side === 'row' ? this.mayGrow(i, j) : this.mayShrink(i, j))) continue
        seen.add(other)
        open.push([side === 'row' ? 'column' : 'row', other])
      }
    }
    return false
  }

  /** Up along a row's balance: a margin, which counts against it, then goes down. */
  private mayGrow(i: number, j: number): boolean {
    return !this.isMargin(i, j) || this.countAt(i, j) > 1
  }

  private mayShrink(i: number, j: number): boolean {
    return this.isMargin(i, j) || this.countAt(i, j) > 1
  }

  private isMargin(i: number, j: number): boolean {
    return (i === this.lastRow) !== (j === this.lastColumn)
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
