import { applyRedactions, type Redaction } from '../../contract/redaction'
import { passagesWithin, wordingStart } from '../../contract/wordings'
import type { DueDecision } from './due-decision'

/** What the public reads once a decision is in effect: the text and the wording that it suggests, their hidden passages chosen in both as one. */
export function hideWords(
  { original, body, wording }: Pick<DueDecision, 'original' | 'body' | 'wording'>,
  redactions: readonly Redaction[],
): { body: string; wording: string | null } {
  if (redactions.length === 0) return { body, wording }
  if (wording === null) return { body: applyRedactions(original, redactions), wording }
  const from = wordingStart(original)
  const end = original.lastIndexOf('\n')
  return {
    body: applyRedactions(original.slice(0, end), passagesWithin(redactions, 0, end)),
    wording: applyRedactions(original.slice(from), passagesWithin(redactions, from, original.length)),
  }
}
