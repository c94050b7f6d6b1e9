import { runsOf } from './text-grams'

const shortest = 2
const longest = 6
/** Texts of a cluster that are read for its phrases; more say the same. */
const mostTexts = 300

/** Words that begin or end a phrase only by accident. */
const loose = /^[的了和与及或在是对把将等为有也都就并请]|[的了和与及或在是对把将等为有也都就并请]$/u

/**
 * The stretches of characters that stand in many texts of a group and in few others: share within, times the logarithm of
 * how much larger it is than everywhere, longer ones first. A phrase within a better one is left out.
 */
export function keyPhrases(own: readonly string[], all: readonly string[], most: number): string[] {
  const within = countPhrases(own.slice(0, mostTexts))
  const step = Math.max(1, Math.floor(all.length / (mostTexts * 4)))
  const sampled = all.filter((_, i) => i % step === 0)
  const least = Math.max(2, Math.ceil(Math.min(own.length, mostTexts) * 0.05))
  const candidates = [...within].filter(([phrase, count]) => count >= least && !loose.test(phrase))
  const everywhere = countPhrases(sampled, new Set(candidates.map(([phrase]) => phrase)))
  const ranked = candidates
    .map(([phrase, count]) => {
      const share = count / Math.min(own.length, mostTexts)
      const general = ((everywhere.get(phrase) ?? 0) + 0.5) / (sampled.length + 1)
      return { phrase, score: share * Math.max(0, Math.log(share / general)) * Math.sqrt([...phrase].length) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.phrase < b.phrase ? -1 : 1))
  const chosen: string[] = []
  for (const { phrase } of ranked) {
    if (chosen.length === most) break
    if (
      !chosen.some((better) => better.includes(phrase) || phrase.includes(better) || overlaps(better, phrase))
    )
      chosen.push(phrase)
  }
  return chosen
}

/** 定口径 and 认定口: two halves of one phrase. */
function overlaps(a: string, b: string): boolean {
  const least = Math.min(a.length, b.length) - 1
  for (let length = Math.max(2, least); length <= least; length += 1)
    if (a.endsWith(b.slice(0, length)) || b.endsWith(a.slice(0, length))) return true
  return false
}

/** In how many texts each stretch stands; with `wanted`, of those alone. */
function countPhrases(texts: readonly string[], wanted?: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) {
    const found = new Set<string>()
    for (const run of runsOf(text)) {
      const characters = [...run]
      for (let at = 0; at < characters.length; at += 1)
        for (let length = shortest; length <= longest && at + length <= characters.length; length += 1) {
          if (cutsWord(characters, at) || cutsWord(characters, at + length)) continue
          const phrase = characters.slice(at, at + length).join('')
          if (!wanted || wanted.has(phrase)) found.add(phrase)
        }
    }
    for (const phrase of found) counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
  }
  return counts
}

/** Whether a Latin word or a number goes on here: of those, parts say nothing. */
function cutsWord(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1] ?? '', characters[at] ?? '']
  return /[\p{Script=Latin}\p{N}]/u.test(before) && /[\p{Script=Latin}\p{N}]/u.test(after)
}
