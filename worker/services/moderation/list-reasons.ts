import { asc } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ReasonChoice } from '../../contract/moderation'
import { reasons } from '../../db/schema'

/** The reason table, in the order in which a moderator is offered it; the first for a decision is its default. */
export async function listReasons(ctx: ServiceContext): Promise<ReasonChoice[]> {
  assertRole(ctx, 'moderator')
  return ctx.db
    .select({ id: reasons.id, decision: reasons.decision, zh: reasons.zh, en: reasons.en })
    .from(reasons)
    .orderBy(asc(reasons.decision), asc(reasons.sort))
}
