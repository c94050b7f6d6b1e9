import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Appeal, ReceiptView } from '../../contract/receipts'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { openReview } from '../moderation/open-review'
import { getReceipt } from '../receipts/get-receipt'

/** Asks for a decision to be looked at again, by somebody who has had nothing to do with it; once for each comment. */
export async function fileAppeal(ctx: ServiceContext, input: Appeal): Promise<ReceiptView> {
  const receipt = await getReceipt(ctx, input)
  if (!receipt.mayAppeal) throw new AppError('not_appealable')

  const { db, now } = ctx
  const { publicId, revision, state } = receipt
  const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  const isFree = sql`NOT EXISTS (SELECT 1 FROM appeals WHERE comment_id = ${id})
    AND EXISTS (SELECT 1 FROM comments WHERE id = ${id} AND revision = ${revision} AND state = ${state}
      AND erased_at IS NULL)`
  const touched = sql`
    SELECT decided_by AS user_id FROM moderation_decisions WHERE comment_id = ${id}
    UNION SELECT given_by FROM review_opinions WHERE comment_id = ${id}`
  const results = await db.batch([
    recordAudit(
      ctx,
      { action: 'comment.appealed', subjectKind: 'comment', subjectId: publicId, data: { revision } },
      isFree,
    ),
    ...openReview(ctx, id, 'appeal', touched, isFree),
    db.run(sql`
      INSERT INTO appeals (comment_id, decision_id, text, filed_at)
      SELECT comment_id, id, ${input.text}, ${now.getTime()} FROM moderation_decisions
      WHERE comment_id = ${id} AND ${isFree} ORDER BY decided_at DESC LIMIT 1`),
  ])
  const filed = results.at(-1) as { rowsAffected: number }
  if (filed.rowsAffected === 0) throw new AppError('not_appealable')
  ctx.stir()
  return getReceipt(ctx, input)
}
