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
  const isThis = sql`c.public_id = ${publicId} AND c.revision = ${revision} AND c.state = ${state}`
  const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  const isFiled = sql`EXISTS (
    SELECT 1 FROM appeals a JOIN comments c ON c.id = a.comment_id
    WHERE ${isThis} AND a.filed_at = ${now.getTime()}
      AND NOT EXISTS (SELECT 1 FROM reviews WHERE comment_id = c.id AND kind = 'appeal'))`
  const [filed] = await db.batch([
    db.run(sql`
      INSERT INTO appeals (comment_id, decision_id, text, filed_at)
      SELECT c.id, d.id, ${input.text}, ${now.getTime()} FROM comments c
      JOIN moderation_decisions d ON d.id = (
        SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1)
      WHERE ${isThis} ON CONFLICT (comment_id) DO NOTHING`),
  ])
  if (filed.rowsAffected === 0) throw new AppError('not_appealable')
  return getReceipt(ctx, input)
}
