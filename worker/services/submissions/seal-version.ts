import type { SealedFile } from '../../contract/files'
import type { SealedContent } from '../../contract/submissions'

/**
 * The canonical text of a version and its SHA-256 in lower-case hexadecimal: the keys stand in the order of their type, and what an entry does
 * not have – a suggested wording, evidence on a target, attachments, an annex – has no key.
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
    entries: entries.map(
      ({ measure, clause, planRevision, stance, body, targets, wording, attachments, annex }) => ({
        measure: { key: measure.key, title: measure.title },
        clause: clause && { key: clause.key, text: clause.text },
        ...{ planRevision, stance, body },
        targets: targets.map(({ key, quote, indicator, unit, opinion, value, evidence }) => ({
          ...{ key, quote, indicator, unit, opinion, value },
          ...(evidence !== null && { evidence }),
        })),
        ...(wording !== null && { wording }),
        ...(attachments.length > 0 && { attachments: attachments.map(sealFile) }),
        ...(annex && { annex: { file: sealFile(annex.file), summary: annex.summary } }),
      }),
    ),
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
    entries: content.entries.map((entry) => ({
      ...entry,
      targets: entry.targets.map((target) => ({ ...target, evidence: target.evidence ?? null })),
      wording: entry.wording ?? null,
      attachments: entry.attachments ?? [],
      annex: entry.annex ?? null,
    })),
  }
}

/** What is sealed of a file; of an annex too, whose bytes nobody reads here. */
export const sealFile = ({ name, size, sha256 }: SealedFile): SealedFile => ({ name, size, sha256 })

/** What the query code of a comment follows from that a version brought, so that members can be told it again. */
export const codeSource = (submissionId: string, version: number, place: string): string =>
  `submission ${submissionId} ${version} ${place}`
