import { cosine, meanVector, type SparseVector } from './sparse-vector'
import { runsOf } from './text-grams'
import type { WeighedTexts } from './weigh-texts'

export interface CodeText {
  id: number
  /** Its name, definition, example and what is included, together. */
  text: string
}

interface Profile {
  id: number
  text: string
  own: SparseVector
  /** Of the comments that people gave the code, by their place among the texts. */
  tagged: readonly number[]
  ofTagged: SparseVector | null
}

export interface Proposal {
  code: number
  score: number
  phrase: string
}

/** Fewer comments say too little of what a code is given for. */
const leastTagged = 2
const longestPhrase = 8

/** What each code is like: by its words in the codebook, and by the comments that people gave it. */
export function profileCodes(
  codes: readonly CodeText[],
  codesOf: readonly (readonly number[])[],
  weighed: WeighedTexts,
): Profile[] {
  return codes.map(({ id, text }) => {
    const tagged = codesOf.flatMap((given, at) => (given.includes(id) ? [at] : []))
    return {
      id,
      text,
      own: weighed.weigh(text),
      tagged,
      ofTagged:
        tagged.length < leastTagged
          ? null
          : meanVector(tagged.map((at) => weighed.vectors[at] as SparseVector)),
    }
  })
}

/** The codes that a comment is nearest to and does not have, the nearest first; of two alike, the one that stands first. */
export function proposeCodes(
  text: string,
  vector: SparseVector,
  given: readonly number[],
  profiles: readonly Profile[],
  texts: readonly string[],
  weighed: WeighedTexts,
  { leastScore, perComment }: { leastScore: number; perComment: number },
): Proposal[] {
  return profiles
    .filter(({ id }) => !given.includes(id))
    .map((profile) => ({
      profile,
      score: Math.max(cosine(vector, profile.own), profile.ofTagged ? cosine(vector, profile.ofTagged) : 0),
    }))
    .filter(({ score }) => score >= leastScore)
    .sort((a, b) => b.score - a.score)
    .slice(0, perComment)
    .map(({ profile, score }) => ({
      code: profile.id,
      score: Math.min(1, score),
      phrase: sharedPhrase(text, vector, profile, texts, weighed),
    }))
}

/** The words that brought the two together: the weightiest feature that they share, as far as both go on alike. */
function sharedPhrase(
  text: string,
  vector: SparseVector,
  { own, ofTagged, tagged, text: codeText }: Profile,
  texts: readonly string[],
  { gramOf }: WeighedTexts,
): string {
  const shared = weightiest(vector, own)
  const others = shared === null ? tagged.slice(0, 20).map((at) => texts[at] ?? '') : [codeText]
  const feature = shared ?? (ofTagged ? weightiest(vector, ofTagged) : null)
  if (feature === null) return ''
  const gram = gramOf(feature)
  const elsewhere = others.flatMap(runsOf)
  const run = runsOf(text).find((each) => each.includes(gram)) ?? gram
  let start = run.indexOf(gram)
  let end = start + gram.length
  const isShared = () => elsewhere.some((other) => other.includes(run.slice(start, end)))
  while (end < run.length && end - start < longestPhrase) {
    end += 1
    if (!isShared()) {
      end -= 1
      break
    }
  }
  while (start > 0 && end - start < longestPhrase) {
    start -= 1
    if (!isShared()) {
      start += 1
      break
    }
  }
  return run.slice(start, end)
}

function weightiest(a: SparseVector, b: SparseVector): number | null {
  let [found, most] = [-1, 0]
  for (let i = 0, j = 0; i < a.at.length && j < b.at.length; ) {
    const [ofA, ofB] = [a.at[i] ?? 0, b.at[j] ?? 0]
    if (ofA === ofB) {
      const weight = (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
      if (weight > most) [found, most] = [ofA, weight]
    } else if (ofA < ofB) i += 1
    else j += 1
  }
  return found < 0 ? null : found
}
