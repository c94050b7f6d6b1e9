import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptView, Resubmission } from '../../contract/receipts'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { writeAssessed } from '../signals/assess-text'
import { noteSignals } from '../signals/note-signals'
import { beginGroup, groupColumns } from '../similarity/place-text'
import { getReceipt } from './get-receipt'

/**
 * Puts a changed text in place of one that was not published; the old text is kept as a revision, an appeal against its
 * decision is closed, and the queue has it again.
 */
export async function resubmitComment(ctx: ServiceContext, input: Resubmission): Promise<ReceiptView> {
  const receipt = await getReceipt(ctx, input)
  if (!receipt.mayResubmit) throw new AppError('not_resubmittable')

  const { db, now } = ctx
  const { publicId, revision, state, author } = receipt
  const isThis = sql`public_id = ${publicId} AND revision = ${revision} AND state = ${state}`
  const isStill = sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`
  const text = { body: input.body, author }
  const [kept] = await writeAssessed(ctx, text, ({ signals, placement, isLast }) => {
    const { similarGroupId, similarity } = groupColumns(placement)
    return db.batch([
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
        isStill,
      ),
      ...noteSignals(ctx, signals, { isThis, revision: revision + 1 }),
      ...beginGroup(ctx, placement, { isLast, when: isStill }),
      db.run(sql`
        UPDATE comments SET body = ${input.body}, stance = ${input.stance}, revision = revision + 1,
          state = 'pending', submitted_at = ${now.getTime()}, similar_group_id = ${similarGroupId},
          similarity = ${similarity} WHERE ${isThis}`),
    ])
  })
  if (kept.rowsAffected === 0) throw new AppError('not_resubmittable')
  ctx.stir()
  return getReceipt(ctx, input)
}
