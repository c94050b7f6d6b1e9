import { asc, eq } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ReasonChoice } from '../../contract/moderation/decisions'
import { reasons } from '../../db/schema'

/** The reasons in use, in the order in which a moderator is offered them; the first for a decision is its default. */
export async function listReasons(ctx: ServiceContext): Promise<ReasonChoice[]> {
  assertRole(ctx, 'moderator')
  const { id, decision, zh, en, labelZh, labelEn, mayResubmit } = reasons
  return ctx.db
    .select({ id, decision, zh, en, labelZh, labelEn, mayResubmit })
    .from(reasons)
    .where(eq(reasons.isActive, true))
    .orderBy(asc(decision), asc(reasons.sort))
}
