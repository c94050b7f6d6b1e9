/** Pure statistics of counts; each is tested against values computed elsewhere. */

/** A value, and how often it occurs. */
export interface Weighted {
  value: number
  count: number
}

/** The part of the whole; null where there is no whole. */
export function share(count: number, total: number): number | null {
  return total > 0 ? count / total : null
}

/**
 * The value below which this part of the sample lies, with linear interpolation: type 7 of Hyndman and Fan (1996), which R
 * and QUARTILE.INC use. Null where nothing was counted.
 */
export function quantile(sample: readonly Weighted[], part: number): number | null {
  const sorted = sample.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value)
  const total = sorted.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const place = (total - 1) * part
  const below = valueAt(sorted, Math.floor(place))
  const above = valueAt(sorted, Math.ceil(place))
  return below + (place - Math.floor(place)) * (above - below)
}

export const median = (sample: readonly Weighted[]): number | null => quantile(sample, 0.5)

/** The value in this place, from 0, of the sample in order. */
function valueAt(sorted: readonly Weighted[], place: number): number {
  let passed = 0
  for (const { value, count } of sorted) {
    passed += count
    if (place < passed) return value
  }
  throw new RangeError(`no place ${place} in ${passed}`)
}

export interface Association {
  /** Pearson's statistic, without continuity correction. */
  chiSquare: number
  degrees: number
  p: number
  /** From 0, none, to 1, complete. */
  cramersV: number
  /** Of the expected counts: the smallest, and the part that is below 5 (Cochran 1954: not more than a fifth). */
  smallestExpected: number
  smallExpected: number
}

/** Whether rows and columns of a table of counts go together; null where fewer than two of either have any. */
export function associate(table: readonly (readonly number[])[]): Association | null {
  const counts = withoutEmpty(table)
  const rowTotals = counts.map(total)
  const columnTotals = transpose(counts).map(total)
  const n = total(rowTotals)
  const rank = Math.min(rowTotals.length, columnTotals.length) - 1
  if (rank < 1) return null
  const expected = rowTotals.map((row) => columnTotals.map((column) => (row * column) / n))
  const chiSquare = total(
    expected.flatMap((row, i) => row.map((value, j) => ((counts[i]?.[j] ?? 0) - value) ** 2 / value)),
  )
  const degrees = (rowTotals.length - 1) * (columnTotals.length - 1)
  const all = expected.flat()
  return {
    chiSquare,
    degrees,
    p: chiSquareTail(chiSquare, degrees),
    cramersV: Math.sqrt(chiSquare / (n * rank)),
    smallestExpected: Math.min(...all),
    smallExpected: all.filter((value) => value < 5).length / all.length,
  }
}

/** How likely a χ² with these degrees of freedom is at least this large. */
export function chiSquareTail(chiSquare: number, degrees: number): number {
  return upperGamma(degrees / 2, chiSquare / 2)
}

const accuracy = 1e-15

/** The regularized upper incomplete gamma function: a series for small x, a continued fraction (Lentz) for large. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x)
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; Math.abs(term) > Math.abs(sum) * accuracy; k += 1) {
    term *= x / (a + k)
    sum += term
  }
  return sum
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Number.MAX_VALUE
  let d = 1 / b
  let fraction = d
  for (let k = 1, change = 0; Math.abs(change - 1) > accuracy && k < 10_000; k += 1) {
    const step = -k * (k - a)
    b += 2
    d = 1 / (step * d + b)
    c = b + step / c
    change = c * d
    fraction *= change
  }
  return fraction
}

/** Lanczos' approximation, g = 7. */
const lanczos = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406,
  12.507343278686905, -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** For a ≥ ½, as half the degrees of freedom are. */
function logGamma(a: number): number {
  const t = a + 6.5
  const sum = lanczos.reduce((so, c, i) => (i === 0 ? c : so + c / (a + i - 1)), 0)
  return 0.5 * Math.log(2 * Math.PI) + (a - 0.5) * Math.log(t) - t + Math.log(sum)
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

const transpose = (table: readonly (readonly number[])[]): number[][] =>
  (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? 0))

const withoutEmpty = (table: readonly (readonly number[])[]): number[][] =>
  transpose(transpose(table.filter((row) => total(row) > 0)).filter((column) => total(column) > 0))
