import { type SparseVector, unitVector } from './sparse-vector'
import { gramsOf } from './text-grams'

export interface Weighing {
  shortest: number
  longest: number
  leastComments: number
  mostShare: number
  mostFeatures: number
}

export interface WeighedTexts {
  vectors: SparseVector[]
  /** How many features are told apart. */
  featureCount: number
  featureOf: ReadonlyMap<string, number>
  gramOf: (feature: number) => string
  /** A text from elsewhere, by the features and weights of these. */
  weigh: (text: string) => SparseVector
}

/**
 * TF-IDF over stretches of characters: 1 + ln(count) times ln((1 + N) / (1 + n)) + 1, of length 1. Kept are the features
 * that stand in enough texts and not in too many; of those, the ones in most texts.
 */
export function weighTexts(
  texts: readonly string[],
  weighing: Weighing,
  onText: (done: number) => void = () => {},
): WeighedTexts {
  const { shortest, longest, leastComments, mostShare, mostFeatures } = weighing
  const inTexts = new Map<string, number>()
  const counted = texts.map((text, done) => {
    const grams = gramsOf(text, shortest, longest)
    for (const gram of grams.keys()) inTexts.set(gram, (inTexts.get(gram) ?? 0) + 1)
    onText(done + 1)
    return grams
  })
  const most = Math.max(leastComments, Math.floor(texts.length * mostShare))
  const kept = [...inTexts]
    .filter(([, count]) => count >= leastComments && count <= most)
    .sort(([a, countA], [b, countB]) => countB - countA || compare(a, b))
    .slice(0, mostFeatures)
  const featureOf = new Map(kept.map(([gram], feature) => [gram, feature]))
  const rarity = Float64Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1)
  const vectorOf = (grams: ReadonlyMap<string, number>) =>
    unitVector(
      [...grams].flatMap(([gram, count]) => {
        const feature = featureOf.get(gram)
        return feature === undefined
          ? []
          : [[feature, (1 + Math.log(count)) * (rarity[feature] ?? 0)] as const]
      }),
    )
  return {
    vectors: counted.map(vectorOf),
    featureCount: kept.length,
    featureOf,
    gramOf: (feature) => kept[feature]?.[0] ?? '',
    weigh: (text) => vectorOf(gramsOf(text, shortest, longest)),
  }
}

/** By code unit: the same on every machine, whatever its language. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
