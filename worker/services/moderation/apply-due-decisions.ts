import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { actOf, nextState, standingOf } from '../comments/rules'
import { type DueDecision, readDueDecision } from './due-decision'
import { isChosen } from './is-chosen'
import { openSecondLook } from './open-second-look'
import { hashOriginal, takeEffect } from './take-effect'

const atOnce = 200

/** Makes the decisions real whose grace is over, the oldest first and a bounded number at a call; answers how many it did. */
export async function applyDueDecisions(ctx: ServiceContext): Promise<number> {
  const due = await ctx.db.all<{ id: string }>(sql`
    SELECT id FROM staged_decisions WHERE effective_at <= ${ctx.now.getTime()} ORDER BY effective_at LIMIT ${atOnce}`)
  const failures: unknown[] = []
  let applied = 0
  for (const { id } of due) {
    try {
      if (await apply(ctx, id)) applied += 1
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw failures[0]
  return applied
}

/** One transaction: all of it, or, where the comment is no longer as it was decided on, the staged row alone goes. */
async function apply(ctx: ServiceContext, id: string): Promise<boolean> {
  const { db } = ctx
  const due = await readDueDecision(ctx, id)
  if (!due) return false
  const standing = standingOf(due.state, due.is_unconfirmed === 1)
  const state = nextState(standing, actOf(due.decision, standing), due.is_publishable === 1)
  const asDecider: ServiceContext = {
    ...ctx,
    actor: { kind: 'user', id: due.staged_by, name: due.name, role: due.role },
  }
  const drop = db.run(sql`DELETE FROM staged_decisions WHERE id = ${id}`)
  if (!state) {
    await drop
    return false
  }
  const [first, ...rest] = needsSecondLook(ctx, due)
    ? openSecondLook(asDecider, due)
    : takeEffect(asDecider, due, state, {
        isRechecked: due.review_kind === 'first' && isChosen(ctx, due.recheck_percent),
        originalHash: await hashOriginal(due),
      })
  const [done] = await db.batch([first, ...rest, drop])
  return (done as { rowsAffected: number }).rowsAffected > 0
}

/** Spam needs no second pair of eyes; whether another rejection does is the consultation's to say. */
function needsSecondLook(ctx: ServiceContext, due: DueDecision): boolean {
  if (due.review_kind !== 'first' || due.decision !== 'reject' || due.is_spam === 1) return false
  if (due.second_look === 'sample') return isChosen(ctx, due.second_look_percent)
  return due.second_look === 'all'
}
