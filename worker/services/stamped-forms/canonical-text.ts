import { hashOf } from '../../contract/merkle'
import type { Stance, TargetOpinion } from '../../contract/words'

/** What of a comment is signed and stamped: one revision of its text, and what it is said of. */
export interface FormText {
  publicId: string
  revision: number
  measure: string
  clause: string | null
  stance: Stance
  targets: readonly { key: string; opinion: TargetOpinion; value: number | null; evidence?: string | null }[]
  text: string
  /** How the clause should read instead. */
  wording: string | null
}

/**
 * JSON without spaces, the keys in this order, the targets in the order of their keys: the same text gives the same bytes. A text that
 * suggests a wording is of form 2, for it has one key more. A target has the key of its evidence where any was given; that leaves the form as it is.
 */
export function canonicalText({
  publicId,
  revision,
  measure,
  clause,
  stance,
  targets,
  text,
  wording,
}: FormText): string {
  const inOrder = targets
    .map(({ key, opinion, value, evidence }) => ({ key, opinion, value, ...(evidence && { evidence }) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  const said = { publicId, revision, measure, clause, stance, targets: inOrder, text }
  return JSON.stringify(wording === null ? { form: 1, ...said } : { form: 2, ...said, wording })
}

/** SHA-256 of the canonical text in UTF-8. */
export async function sealText(text: FormText): Promise<{ canonical: string; sha256: string }> {
  const canonical = canonicalText(text)
  return { canonical, sha256: await hashOf(canonical) }
}
