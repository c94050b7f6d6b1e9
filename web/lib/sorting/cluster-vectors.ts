import { cosineWithDense, type SparseVector } from './sparse-vector'

export interface Clustering {
  /** The cluster of each vector, from 0; -1 where it has no feature at all. */
  clusterOf: Int32Array
  /** Of each vector to the middle of its cluster. */
  nearness: Float64Array
  rounds: number
}

/**
 * Spherical k-means: clusters by cosine, each with a middle of length 1. The first middles are drawn as k-means++ does,
 * far from one another; ends when nothing moves, or after so many rounds. Ties go to the lower number.
 */
export function clusterVectors(
  vectors: readonly SparseVector[],
  featureCount: number,
  { clusters, rounds }: { clusters: number; rounds: number },
  chance: () => number,
  onRound: (round: number) => void = () => {},
): Clustering {
  const clusterOf = new Int32Array(vectors.length).fill(-1)
  const nearness = new Float64Array(vectors.length)
  const filled = vectors.flatMap((vector, i) => (vector.at.length > 0 ? [i] : []))
  let middles = drawMiddles(vectors, filled, featureCount, Math.min(clusters, filled.length), chance)
  let round = 0
  for (let moved = true; moved && round < rounds && middles.length > 0; ) {
    round += 1
    moved = assign(vectors, filled, middles, clusterOf, nearness)
    middles = findMiddles(vectors, filled, clusterOf, nearness, middles.length, featureCount)
    onRound(round)
  }
  return { clusterOf, nearness, rounds: round }
}

function drawMiddles(
  vectors: readonly SparseVector[],
  filled: readonly number[],
  featureCount: number,
  count: number,
  chance: () => number,
): Float64Array[] {
  const middles: Float64Array[] = []
  const farness = new Float64Array(filled.length).fill(1)
  while (middles.length < count) {
    const total = farness.reduce((sum, far) => sum + far, 0)
    if (total <= 1e-9) break
    let left = chance() * total
    let drawn = farness.findIndex((far) => {
      left -= far
      return left < 0
    })
    if (drawn < 0) drawn = farness.findLastIndex((far) => far > 0)
    const middle = dense(vectors[filled[drawn] ?? 0], featureCount)
    middles.push(middle)
    filled.forEach((at, i) => {
      const vector = vectors[at]
      const far = vector ? Math.max(0, 1 - cosineWithDense(vector, middle)) : 0
      farness[i] = Math.min(farness[i] ?? 0, far < 1e-9 ? 0 : far)
    })
  }
  return middles
}

function assign(
  vectors: readonly SparseVector[],
  filled: readonly number[],
  middles: readonly Float64Array[],
  clusterOf: Int32Array,
  nearness: Float64Array,
): boolean {
  let moved = false
  for (const at of filled) {
    const vector = vectors[at]
    if (!vector) continue
    let [best, most] = [0, Number.NEGATIVE_INFINITY]
    for (let k = 0; k < middles.length; k += 1) {
      const near = cosineWithDense(vector, middles[k] as Float64Array)
      if (near > most) [best, most] = [k, near]
    }
    if (clusterOf[at] !== best) moved = true
    clusterOf[at] = best
    nearness[at] = most
  }
  return moved
}

/** A cluster that nobody is in starts anew at the text that is farthest from its own middle. */
function findMiddles(
  vectors: readonly SparseVector[],
  filled: readonly number[],
  clusterOf: Int32Array,
  nearness: Float64Array,
  count: number,
  featureCount: number,
): Float64Array[] {
  const middles = Array.from({ length: count }, () => new Float64Array(featureCount))
  const sizes = new Uint32Array(count)
  for (const at of filled) {
    const cluster = clusterOf[at] ?? 0
    sizes[cluster] = (sizes[cluster] ?? 0) + 1
    const middle = middles[cluster] as Float64Array
    const { at: features, weights } = vectors[at] as SparseVector
    for (let i = 0; i < features.length; i += 1) {
      const feature = features[i] ?? 0
      middle[feature] = (middle[feature] ?? 0) + (weights[i] ?? 0)
    }
  }
  const taken = new Set<number>()
  return middles.map((middle, k) => {
    if (sizes[k] !== 0) return scaled(middle)
    const farthest = filled.reduce(
      (found, at) =>
        !taken.has(at) && (found < 0 || (nearness[at] ?? 1) < (nearness[found] ?? 1)) ? at : found,
      -1,
    )
    taken.add(farthest)
    return dense(vectors[farthest], featureCount)
  })
}

function dense(vector: SparseVector | undefined, featureCount: number): Float64Array {
  const filled = new Float64Array(featureCount)
  vector?.at.forEach((feature, i) => {
    filled[feature] = vector.weights[i] ?? 0
  })
  return filled
}

function scaled(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((total, weight) => total + weight * weight, 0))
  return length > 0 ? vector.map((weight) => weight / length) : vector
}
