import { type LintFinding, lintRules } from '../../contract/codebook'

export interface CountedCodebook {
  codes: { id: number; definition: string; example: string; count: number }[]
  /** Comments that carry both of two codes. */
  pairs: { a: number; b: number; both: number }[]
  /** Comments with any tag. */
  tagged: number
}

/** What is amiss with a codebook, by the rules of {@link lintRules}. It advises; it refuses nothing. */
export function lintCodebook({ codes, pairs, tagged }: CountedCodebook): LintFinding[] {
  const plain = { count: null, share: null }
  const findings: LintFinding[] = []
  if (codes.length > lintRules.mostCodes)
    findings.push({ kind: 'too_many', codes: [], count: codes.length, share: null })
  for (const { id, definition } of codes)
    if (definition === '') findings.push({ kind: 'no_definition', codes: [id], ...plain })
  for (const { id, example } of codes)
    if (example === '') findings.push({ kind: 'no_example', codes: [id], ...plain })
  if (tagged < lintRules.leastTagged) return findings

  for (const { id, count } of codes) {
    const share = count / tagged
    if (count < lintRules.rareCount) findings.push({ kind: 'too_rare', codes: [id], count, share })
    if (share > lintRules.frequentShare) findings.push({ kind: 'too_frequent', codes: [id], count, share })
  }
  const countOf = new Map(codes.map(({ id, count }) => [id, count]))
  for (const { a, b, both } of pairs) {
    const [ofA, ofB] = [countOf.get(a), countOf.get(b)]
    if (ofA === undefined || ofB === undefined || both < lintRules.rareCount) continue
    const share = both / (ofA + ofB - both)
    if (share >= lintRules.overlap) findings.push({ kind: 'overlapping', codes: [a, b], count: both, share })
  }
  return findings
}
