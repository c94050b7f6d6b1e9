/** The features of a text that are not 0, in rising order, with their weights; of length 1, or empty. */
export interface SparseVector {
  at: Uint32Array
  weights: Float64Array
}

/** Scales weights to length 1. */
export function unitVector(entries: readonly (readonly [feature: number, weight: number])[]): SparseVector {
  const sorted = entries.filter(([, weight]) => weight !== 0).sort(([a], [b]) => a - b)
  const length = Math.sqrt(sorted.reduce((total, [, weight]) => total + weight * weight, 0))
  return {
    at: Uint32Array.from(sorted, ([feature]) => feature),
    weights: Float64Array.from(sorted, ([, weight]) => weight / length),
  }
}

/** The cosine of two vectors of length 1. */
export function cosine(a: SparseVector, b: SparseVector): number {
  let total = 0
  for (let i = 0, j = 0; i < a.at.length && j < b.at.length; ) {
    const [ofA, ofB] = [a.at[i] ?? 0, b.at[j] ?? 0]
    if (ofA === ofB) total += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (ofA < ofB) i += 1
    else j += 1
  }
  return total
}

/** The same with a vector that has a weight for every feature. */
export function cosineWithDense({ at, weights }: SparseVector, dense: Float64Array): number {
  let total = 0
  for (let i = 0; i < at.length; i += 1) total += (weights[i] ?? 0) * (dense[at[i] ?? 0] ?? 0)
  return total
}

/** The direction in which several vectors point together. */
export function meanVector(vectors: readonly SparseVector[]): SparseVector {
  const sums = new Map<number, number>()
  for (const { at, weights } of vectors)
    for (let i = 0; i < at.length; i += 1) {
      const feature = at[i] ?? 0
      sums.set(feature, (sums.get(feature) ?? 0) + (weights[i] ?? 0))
    }
  return unitVector([...sums])
}
