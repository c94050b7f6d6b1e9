import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Decision, ReviewKind } from '../../contract/words'
import type { Query } from '../../db/client'
import { recordAudit } from '../audit/record'

/** What one moderator thinks where two are asked. */
export interface Opinion {
  id: string
  commentId: number
  publicId: string
  revision: number
  kind: Exclude<ReviewKind, 'appeal'>
  decision: Decision
  reasonId: string
  reasonVersion: number
  note: string | null
  internalNote: string | null
  /** As JSON. */
  redactions: string
  batchId: string | null
  givenBy: string
}

/** For a batch: keeps an opinion for good, once for each reading of a revision, if `when` holds. Its actor is who gave it. */
export function recordOpinion(ctx: ServiceContext, opinion: Opinion, when: SQL): [Query, Query] {
  const { id, kind, revision, decision, reasonId, reasonVersion, batchId } = opinion
  const isGiven = sql`${when} AND EXISTS (SELECT 1 FROM review_opinions WHERE id = ${id})`
  return [
    ctx.db.run(sql`
      INSERT INTO review_opinions (id, comment_id, revision, review_kind, decision, reason_id, reason_version, note,
        internal_note, redactions, batch_id, given_by, given_at)
      SELECT ${id}, ${opinion.commentId}, ${revision}, ${kind}, ${decision}, ${reasonId}, ${reasonVersion},
        ${opinion.note}, ${opinion.internalNote}, ${opinion.redactions}, ${batchId}, ${opinion.givenBy},
        ${ctx.now.getTime()}
      WHERE ${when} ON CONFLICT (comment_id, revision, review_kind) DO NOTHING`),
    recordAudit(
      ctx,
      {
        action: 'comment.opinion',
        subjectKind: 'comment',
        subjectId: opinion.publicId,
        data: {
          review: kind,
          revision,
          opinion: id,
          decision,
          reason: reasonId,
          reasonVersion,
          ...(batchId && { batch: batchId }),
        },
      },
      isGiven,
    ),
  ]
}

/** For a batch: counts, under the reason of the first, whether the second of two opinions was the same. */
export function countAgreement(
  ctx: ServiceContext,
  opinion: Opinion,
  first: { decision: Decision; reasonId: string },
  when: SQL,
): Query {
  return ctx.db.run(sql`
    INSERT INTO agreement_counts (review_kind, reason_id, compared, agreed)
    SELECT ${opinion.kind}, ${first.reasonId}, 1, ${first.decision === opinion.decision ? 1 : 0}
    WHERE ${when} AND EXISTS (SELECT 1 FROM review_opinions WHERE id = ${opinion.id})
    ON CONFLICT DO UPDATE SET compared = compared + 1, agreed = agreed + excluded.agreed`)
}
