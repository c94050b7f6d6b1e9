import { describe, expect, it } from 'vitest'
import {
  associate,
  chiSquareTail,
  median,
  quantile,
  share,
  type Weighted,
} from '../../../worker/services/figures/statistics'

const each = (...values: number[]): Weighted[] => values.map((value) => ({ value, count: 1 }))

describe('a share', () => {
  it('is the part of the whole, and nothing where there is no whole', () => {
    expect(share(3, 12)).toBe(0.25)
    expect(share(0, 0)).toBeNull()
  })
})

describe('quartiles', () => {
  // R 4, quantile(x) of the ordered sample in Wikipedia, "Quartile": type 7, the default. Python's
  // statistics.quantiles(x, method="inclusive") gives the same.
  it('are those of R for eleven values', () => {
    const sample = each(6, 7, 15, 36, 39, 40, 41, 42, 43, 47, 49)
    expect([0.25, 0.5, 0.75].map((part) => quantile(sample, part))).toEqual([25.5, 40, 42.5])
  })

  // Python 3.11, statistics.quantiles([7, 15, 36, 39, 40, 41], method="inclusive"): 20.25, 37.5, 39.75.
  it('are those of Python for six values in any order', () => {
    const sample = each(39, 7, 41, 15, 40, 36)
    expect([0.25, 0.5, 0.75].map((part) => quantile(sample, part))).toEqual([20.25, 37.5, 39.75])
  })

  it('take a value that is given often as often as it is given, and leave out what was taken back', () => {
    const sample = [
      { value: 300, count: 2 },
      { value: 80, count: 4 },
      { value: 1, count: 0 },
    ]
    expect(median(sample)).toBe(median(each(80, 80, 80, 80, 300, 300)))
    expect(quantile(sample, 0.75)).toBe(245)
  })

  it('are nothing of nothing', () => {
    expect(median([])).toBeNull()
    expect(median([{ value: 5, count: 0 }])).toBeNull()
  })
})

describe('the tail of χ²', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4: upper-tail critical values.
  it.each([
    [3.841, 1, 0.05],
    [15.086, 5, 0.01],
    [18.307, 10, 0.05],
    [2.706, 1, 0.1],
    [124.342, 100, 0.05],
    [149.449, 100, 0.001],
  ])('is that of the table: %f with %i degrees leaves %f', (critical, degrees, tail) => {
    expect(chiSquareTail(critical, degrees)).toBeCloseTo(tail, 4)
  })

  it('is e^(−x/2) with two degrees of freedom, where it has a closed form', () => {
    for (const x of [0.1, 1, 5, 30, 200]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 9)
    expect(chiSquareTail(0, 2)).toBe(1)
  })
})

describe('the association of rows and columns', () => {
  // Agresti, An Introduction to Categorical Data Analysis (2007), p. 39; R, ?chisq.test:
  // X-squared = 30.07, df = 2, p-value = 2.954e-07.
  const party = [
    [762, 327, 468],
    [484, 239, 477],
  ]

  it('has the statistic, the degrees and the p-value of the textbook', () => {
    const found = associate(party)
    expect(found?.chiSquare).toBeCloseTo(30.07, 2)
    expect(found?.degrees).toBe(2)
    expect(found?.p).toBeCloseTo(2.954e-7, 9)
  })

  // √(30.0701 / (2757 · 1)), by hand from the textbook's statistic.
  it('has Cramér’s V from it', () => {
    expect(associate(party)?.cramersV).toBeCloseTo(0.1044, 4)
  })

  it('is complete where one follows from the other, and none where they have nothing to do with each other', () => {
    expect(
      associate([
        [10, 0, 0],
        [0, 20, 0],
        [0, 0, 5],
      ])?.cramersV,
    ).toBeCloseTo(1, 12)
    expect(
      associate([
        [10, 20],
        [30, 60],
      ])?.chiSquare,
    ).toBeCloseTo(0, 12)
  })

  it('leaves out rows and columns that nobody is in, and tells how thin the expected counts are', () => {
    const found = associate([
      [8, 0, 2],
      [0, 0, 0],
      [2, 0, 8],
    ])
    expect(found?.degrees).toBe(1)
    expect(found?.smallestExpected).toBe(5)
    expect(found?.smallExpected).toBe(0)
  })

  it('is not asked of a single row', () => {
    expect(associate([[5, 6, 7]])).toBeNull()
    expect(associate([[0, 0]])).toBeNull()
  })
})
