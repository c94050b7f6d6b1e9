import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptCredentials, ReceiptView } from '../../contract/receipts'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { clearStrays } from '../files/clear-strays'
import { getReceipt } from './get-receipt'

/**
 * Takes back a comment that is not public, until its consultation closes: it leaves the queue with whatever was about to be
 * decided on it, and its author's contact and attachments go.
 */
export async function withdrawComment(
  ctx: ServiceContext,
  credentials: ReceiptCredentials,
): Promise<ReceiptView> {
  const receipt = await getReceipt(ctx, credentials)
  if (receipt.isOfStandingVersion) throw new AppError('part_of_response')
  if (!receipt.mayWithdraw) throw new AppError('not_withdrawable')
  const kept = await ctx.db.all<{ storage_key: string }>(sql`
    SELECT storage_key FROM attachments
    WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${receipt.publicId})`)
  const results = await ctx.db.batch(takeBack(ctx, receipt))
  if ((results.at(-1) as { rowsAffected: number }).rowsAffected === 0) throw new AppError('not_withdrawable')
  await clearStrays(
    ctx,
    kept.map(({ storage_key }) => storage_key),
  )
  ctx.stir()
  return getReceipt(ctx, credentials)
}

/** The statements that withdraw a comment, if it is still as it was read; the last is the one that does it. */
export function takeBack(
  ctx: ServiceContext,
  { publicId, revision, state }: Pick<ReceiptView, 'publicId' | 'revision' | 'state'>,
): [Query, ...Query[]] {
  const { db, now } = ctx
  const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  const isThis = sql`public_id = ${publicId} AND revision = ${revision} AND state = ${state} AND erased_at IS NULL`
  const isStill = sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`
  return [
    recordAudit(
      ctx,
      { action: 'comment.withdrawn', subjectKind: 'comment', subjectId: publicId, data: { revision } },
      isStill,
    ),
    db.run(sql`DELETE FROM staged_decisions WHERE comment_id = ${id} AND ${isStill}`),
    db.run(sql`DELETE FROM comment_contacts WHERE comment_id = ${id} AND ${isStill}`),
    db.run(sql`DELETE FROM attachments WHERE comment_id = ${id} AND ${isStill}`),
    db.run(sql`DELETE FROM comment_search WHERE rowid = ${id} AND ${isStill}`),
    db.run(sql`
      UPDATE comments SET state = 'withdrawn', decided_at = ${now.getTime()} WHERE ${isThis}`),
  ]
}
