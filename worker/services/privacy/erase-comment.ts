import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Erasure } from '../../contract/erasures'
import type { ReceiptView } from '../../contract/receipts'
import { commentStates } from '../../contract/words'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { nextState } from '../comments/rules'
import { clearStrays } from '../files/clear-strays'
import { getReceipt } from '../receipts/get-receipt'
import { isResultPublicAs } from '../results/outcome'
import { eraseFromGroups } from './erase-from-groups'
import { eraseFromRuns } from './erase-from-runs'
import { erasedWords, eraseIn } from './erased-words'
import { getOwnComment } from './own-comment'

/**
 * Deletes, at its author's wish and at any time, what a comment says and who said it; that it came in, and what was decided and
 * answered, stays. One part of an enterprise's response is its approver's to take out, by reopening it.
 */
export async function eraseComment(
  ctx: ServiceContext,
  { confirm: _, ...input }: Erasure,
): Promise<ReceiptView> {
  const { db, now } = ctx
  const comment = await getOwnComment(ctx, input)
  if (comment.is_of_response === 1) throw new AppError('part_of_response')
  if (comment.erased_at !== null) throw new AppError('already_erased')
  const id = sql`${comment.id}`
  const isErased = sql`EXISTS (SELECT 1 FROM comments WHERE id = ${comment.id} AND erased_at = ${now.getTime()})`
  const [groups, runs, kept] = await Promise.all([
    eraseFromGroups(ctx, comment),
    eraseFromRuns(ctx, comment),
    db.all<{ storage_key: string }>(
      sql`SELECT storage_key FROM attachments WHERE comment_id = ${comment.id}`,
    ),
  ])
  const [first, ...others] = erasedWords
  if (first?.table !== 'comments') throw new Error('the comment itself goes first: the rest follows from it')
  const [, erased] = await db.batch([
    recordAudit(
      ctx,
      { action: 'comment.erased', subjectKind: 'comment', subjectId: input.publicId },
      sql`EXISTS (SELECT 1 FROM comments WHERE id = ${comment.id} AND erased_at IS NULL)`,
    ),
    db.run(eraseIn({ ...first, set: { ...first.set, ...outOfLists(now) } }, id, sql`erased_at IS NULL`)),
    ...others.map((each) => db.run(eraseIn(each, id, isErased))),
    ...groups,
    ...runs,
    db.run(sql`DELETE FROM comment_search WHERE rowid = ${comment.id} AND ${isErased}`),
  ] as unknown as [Query, Query, ...Query[]])
  if ((erased as { rowsAffected: number }).rowsAffected === 0) throw new AppError('already_erased')
  await clearStrays(
    ctx,
    kept.map(({ storage_key }) => storage_key),
  )
  ctx.stir()
  return getReceipt(ctx, input)
}

/**
 * What was not decided counts as withdrawn. Among its like it is counted for itself from now on; not where the result is published, whose
 * rows stand.
 */
function outOfLists(now: Date): Record<string, SQL> {
  const after = commentStates.map(
    (state) => sql`WHEN ${state} THEN ${nextState(state, 'erase', true) ?? state}`,
  )
  const unconfirmed = nextState('unconfirmed', 'erase', true)
  const state = sql`CASE WHEN is_unconfirmed = 1 THEN ${unconfirmed} ELSE CASE state ${sql.join(after, sql` `)} END END`
  return {
    state,
    decided_at: sql`iif(state <> ${state}, ${now.getTime()}, decided_at)`,
    similar_group_id: sql`iif(${isResultPublicAs('comments')}, similar_group_id, NULL)`,
    similarity: sql`NULL`,
    erased_at: sql`${now.getTime()}`,
  }
}
