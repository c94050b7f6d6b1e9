import { sql } from 'drizzle-orm'
import { assertRole, isRoleAmong, type ServiceContext } from '../../context'
import type { Undo, UndoView } from '../../contract/moderation/decisions'
import { AppError, invalidField } from '../../errors'

/** Takes back what has not taken effect, without a trace: one decision or all of one act; seniors also their colleagues’. */
export async function undoDecisions(ctx: ServiceContext, { stagedId, batchId }: Undo): Promise<UndoView> {
  const actor = assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const key = stagedId ?? batchId
  if (!key) throw invalidField('stagedId', 'required')
  const isMeant = sql.raw(stagedId ? 'id' : 'batch_id')
  const isAnybodys = isRoleAmong(actor.role, ['senior_moderator']) ? 1 : 0
  const [found, undone] = await db.batch([
    db.all<{ theirs: number; others: number; late: number }>(sql`
      SELECT coalesce(sum(is_theirs), 0) AS theirs, coalesce(sum(1 - is_theirs), 0) AS others,
        coalesce(sum(is_theirs * is_late), 0) AS late
      FROM (
        SELECT effective_at <= ${now.getTime()} AS is_late, (staged_by = ${actor.id} OR ${isAnybodys}) AS is_theirs
        FROM staged_decisions WHERE ${isMeant} = ${key}
        UNION ALL SELECT 1, (decided_by = ${actor.id} OR ${isAnybodys})
        FROM moderation_decisions WHERE ${isMeant} = ${key}
        UNION ALL SELECT 1, (given_by = ${actor.id} OR ${isAnybodys}) FROM review_opinions
        WHERE ${isMeant} = ${key} AND review_kind = 'first')`),
    db.run(sql`
      DELETE FROM staged_decisions WHERE ${isMeant} = ${key} AND effective_at > ${now.getTime()}
        AND (staged_by = ${actor.id} OR ${isAnybodys})`),
  ])
  const { theirs = 0, others = 0, late = 0 } = found[0] ?? {}
  if (theirs === 0) throw new AppError(others > 0 ? 'forbidden' : 'not_found')
  if (stagedId && undone.rowsAffected === 0) throw new AppError('already_effective')
  ctx.stir()
  return { undone: undone.rowsAffected, tooLate: late }
}
