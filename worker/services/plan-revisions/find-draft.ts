import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { currentConsultation, type Meant } from '../plan/current'

export interface Draft {
  id: number
  number: number
  note: string
}

/** The draft of the current plan, as a subquery for its id. */
export const draftId = (ctx: Meant): SQL => sql`
  (SELECT id FROM plan_revisions WHERE consultation_id = ${currentConsultation(ctx)} AND published_at IS NULL)`

/** The state of the draft `plan_revisions AS p`, as its publication names it. */
export const draftState = sql.raw(`(
  SELECT count(*) || '.' || coalesce(sum(changed_at), 0) FROM clause_changes WHERE plan_revision_id = p.id)`)

export async function findDraftOrThrow(ctx: ServiceContext): Promise<Draft> {
  const [draft] = await ctx.db.all<Draft>(
    sql`SELECT id, number, note FROM plan_revisions WHERE id = ${draftId(ctx)}`,
  )
  if (!draft) throw new AppError('draft_missing')
  return draft
}
