import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FormClaim, FormMatch } from '../../contract/stamped-forms'
import type { Stance } from '../../contract/words'
import { targetsSaid } from '../opinions/read-opinions'
import { sealText } from './canonical-text'

/** Whether what stands on a printed form is the text that came in. It says nothing of what the text is, nor of one without a form. */
export async function verifyForm(
  ctx: ServiceContext,
  { id, revision, hash }: FormClaim,
): Promise<{ match: FormMatch }> {
  const [row] = await ctx.db.all<TextRow>(sql`
    SELECT c.revision AS latest, (SELECT key FROM measures WHERE id = c.measure_id) AS measure_key,
      (SELECT key FROM clauses WHERE id = e.clause_id) AS clause_key, e.stance, e.targets, e.body,
      (SELECT text FROM wordings WHERE comment_id = c.id AND revision = e.revision) AS wording,
      EXISTS (SELECT 1 FROM comment_originals WHERE comment_id = c.id AND revision = e.revision) AS is_redacted
    FROM comments c JOIN (
      SELECT id AS comment_id, revision, stance, body, ${targetsSaid} AS targets, clause_id FROM comments c WHERE public_id = ${id}
      UNION ALL
      SELECT comment_id, revision, stance, body, targets, clause_id FROM comment_revisions
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${id})
    ) e ON e.comment_id = c.id
    WHERE c.public_id = ${id} AND c.participant_kind <> 'individual' AND e.revision = ${revision}`)
  if (!row) return verifyVersion(ctx, { id, revision, hash })
  if (row.targets === null || row.is_redacted === 1) return { match: 'unknown' }
  const { sha256 } = await sealText({
    publicId: id,
    revision,
    measure: row.measure_key,
    clause: row.clause_key,
    stance: row.stance,
    targets: JSON.parse(row.targets),
    text: row.body,
    wording: row.wording,
  })
  if (!sha256.startsWith(hash)) return { match: 'different' }
  return { match: revision === row.latest ? 'same' : 'earlier' }
}

/** The same of a whole version of a response, of which the hash was sealed when it was sent. */
async function verifyVersion(
  ctx: ServiceContext,
  { id, revision, hash }: FormClaim,
): Promise<{ match: FormMatch }> {
  const [row] = await ctx.db.all<{ sha256: string; latest: number; is_redacted: number }>(sql`
    SELECT v.sha256, (SELECT max(number) FROM submission_versions WHERE submission_id = v.submission_id) AS latest,
      EXISTS (
        SELECT 1 FROM submission_comments p JOIN comments c ON c.id = p.comment_id
        WHERE p.submission_id = v.submission_id AND p.first_version <= v.number AND coalesce(p.replaced_in > v.number, 1)
          AND (c.erased_at IS NOT NULL OR EXISTS (
            SELECT 1 FROM comment_originals o WHERE o.comment_id = c.id AND (o.revision = p.sent_revision OR v.number < (
              SELECT max(number) FROM submission_versions WHERE submission_id = v.submission_id))))) AS is_redacted
    FROM submissions s JOIN submission_versions v ON v.submission_id = s.id AND v.number = ${revision}
    WHERE s.public_id = ${id}`)
  if (!row) return { match: 'different' }
  if (row.is_redacted === 1) return { match: 'unknown' }
  if (!row.sha256.startsWith(hash)) return { match: 'different' }
  return { match: revision === row.latest ? 'same' : 'earlier' }
}

interface TextRow {
  latest: number
  measure_key: string
  clause_key: string | null
  stance: Stance
  /** Null of a revision that was replaced before they were kept with it. */
  targets: string | null
  body: string
  wording: string | null
  /** Words of it are hidden: to compare with them would tell whoever guesses whether they are right. */
  is_redacted: number
}
