import { gramsOf } from '../../worker/contract/similarity/grams'
import { normalText } from '../../worker/contract/similarity/normal-text'

/** Of the smaller text's 3-grams, how many the other must have, and how many at least: words of the plan itself are few. */
const leastShare = 0.25
const leastCommon = 8

/** Which texts speak of the same matter, the nearest first; none for a text that says little yet. */
export function findSimilar<Item extends { body: string }>(
  text: string,
  items: readonly Item[],
  most: number,
): Item[] {
  const own = gramsOf(normalText(text))
  if (own.length < leastCommon) return []
  return items
    .map((item) => ({ item, share: shareOf(own, gramsOf(normalText(item.body))) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => b.share - a.share)
    .slice(0, most)
    .map(({ item }) => item)
}

function shareOf(a: Float64Array, b: Float64Array): number {
  const known = new Set(b)
  let common = 0
  for (const gram of a) if (known.has(gram)) common += 1
  return common < leastCommon ? 0 : common / Math.min(a.length, b.length)
}
