import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ReceiptView, Resubmission } from '../../contract/receipts'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { checkTargets, readTargets, type TargetAnswer } from '../opinions/check-targets'
import { replaceTargets } from '../opinions/write-opinions'
import { type Assessment, writeAssessed } from '../signals/assess-text'
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
  const text = { body: input.body, author: receipt.author }
  const targets = input.targets && checkTargets(input.targets, await readTargets(ctx, receipt.measure.key))
  const isTaken = await writeAssessed(ctx, text, (assessment) =>
    replace(ctx, receipt, { ...input, targets }, assessment),
  )
  if (!isTaken) throw new AppError('not_resubmittable')
  ctx.stir()
  return getReceipt(ctx, input)
}

async function replace(
  ctx: ServiceContext,
  { publicId, revision, state }: ReceiptView,
  input: Omit<Resubmission, 'targets'> & { targets: TargetAnswer[] | undefined },
  { signals, placement, isLast }: Assessment,
): Promise<boolean> {
  const { db, now } = ctx
  const isThis = sql`public_id = ${publicId} AND revision = ${revision} AND state = ${state}`
  const when = sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`
  const { similarGroupId, similarity } = groupColumns(placement)
  const results = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'comment.resubmitted',
        subjectKind: 'comment',
        subjectId: publicId,
        data: { revision: revision + 1 },
      },
      when,
    ),
    ...beginGroup(ctx, placement, { isLast, when }),
    ...noteSignals(ctx, signals, { isThis, revision: revision + 1 }),
    ...(input.targets ? replaceTargets(ctx, isThis, input.targets) : []),
    db.run(sql`
      INSERT INTO comment_revisions (comment_id, revision, body, stance, submitted_at)
      SELECT id, revision, body, stance, submitted_at FROM comments WHERE ${isThis}`),
    db.run(sql`
      UPDATE comments SET body = ${input.body}, stance = ${input.stance}, revision = revision + 1,
        state = 'pending', submitted_at = ${now.getTime()}, similar_group_id = ${similarGroupId},
        similarity = ${similarity} WHERE ${isThis}`),
  ])
  return (results.at(-1) as { rowsAffected: number }).rowsAffected > 0
}
