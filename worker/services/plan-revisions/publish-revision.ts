import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PublishRevision, RevisionsOverview } from '../../contract/revisions'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { draftState, findDraftOrThrow } from './find-draft'
import { loseComments } from './lose-comments'
import { readClauses } from './read-clauses'
import { isHead, readOverview } from './read-overview'

/**
 * Makes the draft the plan that everybody reads, as it was seen; comments whose place it takes away are marked in the same
 * batch. For heads of a unit and administrators; an empty draft is refused.
 */
export async function publishRevision(
  ctx: ServiceContext,
  { number, seen }: PublishRevision,
): Promise<RevisionsOverview> {
  const me = assertRole(ctx, 'staff')
  if (me.role !== 'admin' && !(await isHead(ctx, me.id))) throw new AppError('forbidden')
  const { db, now } = ctx
  const draft = await findDraftOrThrow(ctx)
  if (draft.number !== number) throw new AppError('draft_changed')
  const { clauses } = await readClauses(
    ctx,
    sql`cl.id IN (SELECT clause_id FROM clause_changes WHERE plan_revision_id = ${draft.id})`,
  )
  const changes = clauses.filter((clause) => clause.changes.some(({ revision }) => revision === number))
  if (changes.length === 0) throw new AppError('nothing_to_publish')
  const isPublishedNow = sql`EXISTS (
    SELECT 1 FROM plan_revisions WHERE id = ${draft.id} AND published_at = ${now.getTime()} AND published_by = ${me.id})`
  const [published] = await db.batch([
    db.run(sql`
      UPDATE plan_revisions AS p SET published_by = ${me.id}, published_at = ${now.getTime()}
      WHERE p.id = ${draft.id} AND p.published_at IS NULL AND ${draftState} = ${seen}`),
    recordAudit(
      ctx,
      {
        action: 'plan.revision_published',
        subjectKind: 'plan_revision',
        subjectId: String(number),
        data: { changes: changes.length },
      },
      sql`changes() > 0`,
    ),
    db.run(sql`
      UPDATE consultations SET plan_revision = ${number} WHERE id = ${currentConsultation} AND ${isPublishedNow}`),
    ...loseComments(ctx, draft, isPublishedNow),
  ])
  if (published.rowsAffected === 0) throw new AppError('draft_changed')
  return readOverview(ctx)
}
