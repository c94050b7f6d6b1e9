import type { SealedContent } from '../../contract/submissions'

/**
 * The canonical text of a version and its SHA-256 in lower-case hexadecimal: the keys stand in the order of their type, and an entry
 * that suggests no wording has no key for one.
 */
export async function sealVersion({
  form,
  publicId,
  version,
  consultation,
  enterprise,
  sentAt,
  publish,
  entries,
}: SealedContent): Promise<{ content: string; sha256: string }> {
  const { name, uscc, kind, isVerified } = enterprise
  const content = JSON.stringify({
    ...{ form, publicId, version },
    consultation: { key: consultation.key, title: consultation.title },
    enterprise: { name, uscc, kind, isVerified },
    ...{ sentAt, publish },
    entries: entries.map(({ measure, clause, planRevision, stance, body, targets, wording }) => ({
      measure: { key: measure.key, title: measure.title },
      clause: clause && { key: clause.key, text: clause.text },
      ...{ planRevision, stance, body },
      targets: targets.map(({ key, quote, indicator, unit, opinion, value }) => ({
        ...{ key, quote, indicator, unit, opinion, value },
      })),
      ...(wording !== null && { wording }),
    })),
  })
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content))
  return {
    content,
    sha256: [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  }
}

/** What was sealed, of its canonical text. */
export function parseContent(text: string): SealedContent {
  const content = JSON.parse(text) as SealedContent
  return {
    ...content,
    entries: content.entries.map((entry) => ({ ...entry, wording: entry.wording ?? null })),
  }
}

/** What the query code of a comment follows from that a version brought, so that members can be told it again. */
export const codeSource = (submissionId: string, version: number, place: string): string =>
  `submission ${submissionId} ${version} ${place}`
