import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptView, Resubmission } from '../../contract/receipts'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getReceipt } from './get-receipt'

/** Puts a changed text in place of a returned one; the old text is kept as a revision, and the queue has it again. */
export async function resubmitComment(ctx: ServiceContext, input: Resubmission): Promise<ReceiptView> {
  const receipt = await getReceipt(ctx, input)
  if (!receipt.mayResubmit) throw new AppError('not_resubmittable')

  const { db, now } = ctx
  const { publicId, revision } = receipt
  const isThis = sql`public_id = ${publicId} AND revision = ${revision} AND state = 'returned'`
  const [kept] = await db.batch([
    db.run(sql`
      INSERT INTO comment_revisions (comment_id, revision, body, stance, submitted_at)
      SELECT id, revision, body, stance, submitted_at FROM comments WHERE ${isThis}`),
    recordAudit(
      ctx,
      {
        action: 'comment.resubmitted',
        subjectKind: 'comment',
        subjectId: publicId,
        data: { revision: revision + 1 },
      },
      sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`,
    ),
    db.run(sql`
      UPDATE comments SET body = ${input.body}, stance = ${input.stance}, revision = revision + 1,
        state = 'pending', submitted_at = ${now.getTime()} WHERE ${isThis}`),
  ])
  if (kept.rowsAffected === 0) throw new AppError('not_resubmittable')
  return getReceipt(ctx, input)
}
