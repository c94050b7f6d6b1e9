import { gramsOf, jaccard } from '../../contract/similarity/grams'
import { normalText } from '../../contract/similarity/normal-text'
import { bandsOf } from './min-hash'

/** What is known of a text to find its like. */
export interface Sketch {
  normal: string
  /** The consultation and the SHA-256 of the normal text: only texts of one consultation are alike. */
  hash: string
  grams: Float64Array
  /** None for a short text, which is only like its equals. */
  bands: number[]
}

/** Texts shorter than this are alike only where they are equal. */
const shortest = 12
/** The share of 3-grams in common from which two texts are highly similar. */
const threshold = 0.7

export async function sketchText(consultation: string, text: string): Promise<Sketch> {
  const normal = normalText(text)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(normal))
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const grams = normal.length < shortest ? new Float64Array() : gramsOf(normal)
  return { normal, hash: `${consultation}:${hex}`, grams, bands: grams.length > 0 ? bandsOf(grams) : [] }
}

export interface Candidate {
  id: number
  normal: string
  /** Of its text, where they are known already. */
  grams?: Float64Array
}

/** The group whose text is most like this one; of equals the oldest; null where none is highly similar. */
export function closest(
  sketch: Pick<Sketch, 'normal' | 'grams'>,
  candidates: readonly Candidate[],
): { groupId: number; similarity: number } | null {
  let best: { groupId: number; similarity: number } | null = null
  for (const { id, normal, grams } of candidates) {
    const similarity = normal === sketch.normal ? 1 : jaccard(sketch.grams, grams ?? gramsOf(normal))
    if (similarity < threshold) continue
    const isBetter =
      !best || similarity > best.similarity || (similarity === best.similarity && id < best.groupId)
    if (isBetter) best = { groupId: id, similarity }
  }
  return best
}
