import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hideSmall, hideSmallInTable } from '../../../worker/services/figures/small-cells'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('a breakdown', () => {
  it('stands where no count is small; zeros are not small', () => {
    expect(hideSmall([5, 0, 80])).toEqual({ cells: [false, false, false], total: false })
  })

  it('hides a small count and the smallest of the others with it', () => {
    expect(hideSmall([80, 3, 12, 0])).toEqual({ cells: [false, true, true, false], total: false })
  })

  it('hides one more where the small ones by themselves leave no choice', () => {
    expect(hideSmall([1, 1, 40, 9]).cells).toEqual([true, true, false, true])
  })

  it('hides the total where there is nothing to hide among', () => {
    expect(hideSmall([0, 3, 0])).toEqual({ cells: [false, true, false], total: true })
    expect(hideSmall([1, 1])).toEqual({ cells: [true, true], total: true })
  })

  it('never lets a small count through, nor one that the total gives away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), (counts) => {
        const { cells, total } = hideSmall(counts)
        for (const [i, count] of counts.entries()) if (count > 0 && count < 5) expect(cells[i]).toBe(true)
        const hidden = counts.filter((_, i) => cells[i])
        if (hidden.length === 0 || total) return
        const answers = splits(sum(hidden), hidden.length)
        for (let i = 0; i < hidden.length; i += 1)
          expect(new Set(answers.map((answer) => answer[i])).size).toBeGreaterThan(1)
      }),
    )
  })
})

/** Every way to write a number as so many numbers of at least one. */
function splits(total: number, parts: number): number[][] {
  if (parts === 1) return total >= 1 ? [[total]] : []
  return Array.from({ length: Math.max(0, total - parts + 1) }, (_, i) => i + 1).flatMap((first) =>
    splits(total - first, parts - 1).map((rest) => [first, ...rest]),
  )
}

describe('a table', () => {
  it('stands where no count is small', () => {
    const hidden = hideSmallInTable([
      [8, 9],
      [0, 12],
    ])
    expect(hidden?.cells.flat()).toEqual([false, false, false, false])
  })

  it('hides four corners for one small count in the middle', () => {
    const hidden = hideSmallInTable([
      [2, 20, 30],
      [10, 25, 35],
      [12, 28, 40],
    ])
    expect(hidden?.cells).toEqual([
      [true, true, false],
      [true, true, false],
      [false, false, false],
    ])
  })

  it('is not shown where all of it is one small group', () => {
    expect(
      hideSmallInTable([
        [1, 0],
        [0, 2],
      ]),
    ).toBeNull()
  })

  it('has no hidden figure with only one possible value, whatever the margins say', () => {
    const table = fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(fc.nat(9), { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      )
    let shown = 0
    fc.assert(
      fc.property(table, (counts) => {
        const hidden = hideSmallInTable(counts)
        if (!hidden) return
        shown += 1
        for (const [i, row] of counts.entries())
          for (const [j, count] of row.entries()) {
            if (count > 0 && count < 5) expect(hidden.cells[i]?.[j]).toBe(true)
            if (hidden.cells[i]?.[j])
              expect(hasAnother(counts, hidden, (other) => other[i]?.[j] !== count)).toBe(true)
          }
        for (const i of counts.keys())
          if (hidden.rows.cells[i])
            expect(hasAnother(counts, hidden, (other) => sum(other[i] ?? []) !== sum(counts[i] ?? []))).toBe(
              true,
            )
      }),
      { numRuns: 120 },
    )
    expect(shown).toBeGreaterThan(40)
  }, 60_000)
})

/**
 * Whether another table than the true one says all that is published and fits the condition, found by trying them all:
 * hidden counts from 1 to 12, zeros and visible counts as they are, visible margins kept.
 */
function hasAnother(
  counts: readonly (readonly number[])[],
  hidden: NonNullable<ReturnType<typeof hideSmallInTable>>,
  fits: (other: number[][]) => boolean,
): boolean {
  const other = counts.map((row) => [...row])
  const places = counts.flatMap((row, i) =>
    row.flatMap((_, j) => (hidden.cells[i]?.[j] ? [[i, j] as const] : [])),
  )
  const columnSum = (table: readonly (readonly number[])[], j: number) => sum(table.map((row) => row[j] ?? 0))
  const all = sum(counts.flat())

  const agrees = () =>
    sum(other.flat()) === all &&
    counts.every((row, i) => hidden.rows.cells[i] || sum(other[i] ?? []) === sum(row)) &&
    (counts[0] ?? []).every((_, j) => hidden.columns.cells[j] || columnSum(other, j) === columnSum(counts, j))

  /** What still stands in a column of counts that were not tried yet, but for the one that each has at least. */
  const laterIn = (at: number, j: number) =>
    sum(places.slice(at + 1).map(([k, l]) => (l === j ? (other[k]?.[l] ?? 0) - 1 : 0)))

  const search = (at: number): boolean => {
    const place = places[at]
    if (!place) return agrees() && fits(other)
    const [i, j] = place
    const row = other[i]
    if (!row) return false
    const kept = row[j] ?? 0
    const isLastOfRow = !places.slice(at + 1).some(([k]) => k === i)
    const rest = sum(counts[i] ?? []) - (sum(row) - kept)
    const isTooMuch = (value: number) =>
      !hidden.columns.cells[j] && columnSum(other, j) - kept + value - laterIn(at, j) > columnSum(counts, j)
    const tried =
      isLastOfRow && !hidden.rows.cells[i] ? [rest] : Array.from({ length: 12 }, (_, value) => value + 1)
    for (const value of tried) {
      if (value < 1 || isTooMuch(value)) continue
      row[j] = value
      if (search(at + 1)) {
        row[j] = kept
        return true
      }
    }
    row[j] = kept
    return false
  }
  return search(0)
}
