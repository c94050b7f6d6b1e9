import type { CodingText } from '../../../worker/contract/coding'
import { seededChance } from '../../../worker/contract/seeded-chance'
import type { Cluster, NewSuggestion, SortingParameters } from '../../../worker/contract/suggestions'
import { clusterVectors } from './cluster-vectors'
import { keyPhrases } from './key-phrases'
import { type CodeText, profileCodes, proposeCodes } from './propose-codes'
import { weighTexts } from './weigh-texts'

export interface SortingInput {
  texts: readonly CodingText[]
  codes: readonly CodeText[]
  seed: number
  parameters: SortingParameters
}

export interface Sorted {
  clusters: Cluster[]
  suggestions: NewSuggestion[]
}

const phrasesShown = 6
const examplesShown = 3
/** The shares of the work, for the progress: reading, clustering, phrases, codes. */
const [weighed, clustered, named] = [0.3, 0.75, 0.85]

/** As many clusters as fit the number of comments. */
export const usualClusters = (count: number): number =>
  Math.min(30, Math.max(2, Math.round(Math.sqrt(count / 4))))

export const usualParameters: Omit<SortingParameters, 'clusters'> = {
  shortest: 2,
  longest: 3,
  leastComments: 2,
  mostShare: 0.5,
  mostFeatures: 20_000,
  rounds: 30,
  leastScore: 0.12,
  perComment: 1,
}

/** Groups of comments with their key phrases, and a code proposed where one is near. From the same input always the same. */
export function sortComments(
  { texts, codes, seed, parameters }: SortingInput,
  onProgress: (share: number) => void = () => {},
): Sorted {
  const bodies = texts.map(({ body }) => body)
  const weighing = weighTexts(bodies, parameters, (done) => {
    if (done % 100 === 0) onProgress((done / bodies.length) * weighed)
  })
  const { clusterOf, nearness } = clusterVectors(
    weighing.vectors,
    weighing.featureCount,
    parameters,
    seededChance(seed),
    (round) => onProgress(weighed + (round / parameters.rounds) * (clustered - weighed)),
  )
  onProgress(clustered)
  const members = groupMembers(clusterOf)
  const clusters = members.map((group, i): Cluster => {
    onProgress(clustered + ((i + 1) / members.length) * (named - clustered))
    const nearest = [...group].sort((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0) || a - b)
    return {
      number: i + 1,
      size: group.length,
      phrases: keyPhrases(
        nearest.map((at) => bodies[at] ?? ''),
        bodies,
        phrasesShown,
      ),
      examples: nearest.slice(0, examplesShown).map((at) => texts[at]?.publicId ?? ''),
    }
  })
  const profiles = profileCodes(
    codes,
    texts.map((text) => text.codes),
    weighing,
  )
  const suggestions = members.flatMap((group, i) => {
    onProgress(named + (i / members.length) * (1 - named))
    return group.flatMap((at) => {
      const { publicId = '', body = '', codes: given = [] } = texts[at] ?? {}
      const vector = weighing.vectors[at]
      if (!vector) return []
      return proposeCodes(body, vector, given, profiles, bodies, weighing, parameters).map((proposal) => ({
        publicId,
        cluster: i + 1,
        ...proposal,
      }))
    })
  })
  onProgress(1)
  return { clusters, suggestions }
}

/** The largest cluster first; of two as large, the one whose first comment came first. */
function groupMembers(clusterOf: Int32Array): number[][] {
  const groups = new Map<number, number[]>()
  clusterOf.forEach((cluster, at) => {
    if (cluster < 0) return
    const group = groups.get(cluster)
    if (group) group.push(at)
    else groups.set(cluster, [at])
  })
  return [...groups.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
}
