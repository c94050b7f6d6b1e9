/** How far two people who sorted the same things into the same classes agree. */
export interface Kappa {
  n: number
  observed: number
  expected: number
  /** Null where all agreement is what chance gives: both used one class for everything. */
  kappa: number | null
  standardError: number | null
}

/**
 * Cohen's κ (Cohen 1960) of a square table, the first coder's classes down and the second's across, with the large-sample
 * standard error for κ other than 0 of Fleiss, Cohen & Everitt 1969 (Psychological Bulletin 72, 323–327).
 */
export function cohensKappa(table: readonly (readonly number[])[]): Kappa {
  const classes = table.map((_, i) => i)
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  const rows = classes.map((i) => sum(classes.map((j) => at(i, j))))
  const columns = classes.map((j) => sum(classes.map((i) => at(i, j))))
  const n = sum(rows)
  if (n === 0) return { n, observed: 0, expected: 0, kappa: null, standardError: null }
  const p = (row: number, column: number) => at(row, column) / n
  const ofRow = (i: number) => (rows[i] ?? 0) / n
  const ofColumn = (j: number) => (columns[j] ?? 0) / n

  const observed = sum(classes.map((i) => p(i, i)))
  const expected = sum(classes.map((i) => ofRow(i) * ofColumn(i)))
  if (1 - expected < 1e-12) return { n, observed, expected, kappa: null, standardError: null }
  const kappa = (observed - expected) / (1 - expected)

  const onDiagonal = sum(classes.map((i) => p(i, i) * (1 - (ofRow(i) + ofColumn(i)) * (1 - kappa)) ** 2))
  const beside = sum(
    classes.flatMap((i) =>
      classes.filter((j) => j !== i).map((j) => p(i, j) * (ofColumn(i) + ofRow(j)) ** 2),
    ),
  )
  const inner = onDiagonal + (1 - kappa) ** 2 * beside - (kappa - expected * (1 - kappa)) ** 2
  return {
    n,
    observed,
    expected,
    kappa,
    standardError: Math.sqrt(Math.max(0, inner) / n) / (1 - expected),
  }
}

/** Comments that both coders gave a code, only one of them, or neither. */
export interface CodePair {
  both: number
  onlyFirst: number
  onlySecond: number
  neither: number
}

/** Two-sided 95 % of the normal distribution. */
const z = 1.959964

/** A code so rare or so common that κ says little: the share that carries it is below this, or above 1 less this. */
export const extremePrevalence = 0.1

/**
 * Agreement on one code, with what Byrt, Bishop & Carlin 1993 (Journal of Clinical Epidemiology 46, 423–429) put beside κ:
 * prevalence index, bias index, and κ adjusted for both (PABAK).
 */
export function compareCoders({ both, onlyFirst, onlySecond, neither }: CodePair) {
  const { n, observed, kappa, standardError } = cohensKappa([
    [both, onlyFirst],
    [onlySecond, neither],
  ])
  const hasError = kappa !== null && standardError !== null && standardError > 0
  const share = (count: number) => (n === 0 ? 0 : count / n)
  const prevalence = share(both + (onlyFirst + onlySecond) / 2)
  return {
    agreement: observed,
    kappa,
    low: hasError ? Math.max(-1, kappa - z * standardError) : null,
    high: hasError ? Math.min(1, kappa + z * standardError) : null,
    prevalence,
    prevalenceIndex: share(both - neither),
    biasIndex: share(onlyFirst - onlySecond),
    pabak: n === 0 ? 0 : 2 * observed - 1,
    isPrevalenceExtreme: n > 0 && (prevalence < extremePrevalence || prevalence > 1 - extremePrevalence),
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
