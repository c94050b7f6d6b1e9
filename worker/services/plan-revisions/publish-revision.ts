import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PublishRevision, RevisionsOverview } from '../../contract/revisions'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation, revisionName } from '../plan/current'
import { changedTargets } from './changed-targets'
import { draftState, findDraftOrThrow } from './find-draft'
import { loseComments } from './lose-comments'
import { readClauses } from './read-clauses'
import { isHead, readOverview } from './read-overview'

/**
 * Makes the draft the plan that everybody reads, as it was seen; comments whose place it takes away are marked in the same
 * batch. For heads of a unit and administrators. An empty draft is refused, one without a note to its readers, and one that
 * loses targets unless that is said to be known.
 */
export async function publishRevision(
  ctx: ServiceContext,
  { number, seen, note = '', losesTargets = false }: PublishRevision,
): Promise<RevisionsOverview> {
  const me = assertRole(ctx, 'staff')
  if (me.role !== 'admin' && !(await isHead(ctx, me.id))) throw new AppError('forbidden')
  const { db, now } = ctx
  const draft = await findDraftOrThrow(ctx)
  if (draft.number !== number) throw new AppError('draft_changed')
  const { clauses, published: current } = await readClauses(
    ctx,
    sql`cl.id IN (SELECT clause_id FROM clause_changes WHERE plan_revision_id = ${draft.id})`,
  )
  const changes = clauses.filter((clause) => clause.changes.some(({ revision }) => revision === number))
  if (changes.length === 0) throw new AppError('nothing_to_publish')
  if (!note && !draft.note) throw invalidField('note', 'revision_note_required')
  const lost = changes
    .flatMap((clause) => changedTargets(clause, current, number))
    .filter(({ becomes }) => becomes === null)
  if (lost.length > 0 && !losesTargets) throw new AppError('targets_lost')
  const isPublishedNow = sql`EXISTS (
    SELECT 1 FROM plan_revisions WHERE id = ${draft.id} AND published_at = ${now.getTime()} AND published_by = ${me.id})`
  const [published] = await db.batch([
    db.run(sql`
      UPDATE plan_revisions AS p SET published_by = ${me.id}, published_at = ${now.getTime()}, note = ${note || draft.note}
      WHERE p.id = ${draft.id} AND p.published_at IS NULL AND ${draftState} = ${seen}`),
    recordAudit(
      ctx,
      {
        action: 'plan.revision_published',
        subjectKind: 'plan_revision',
        subjectId: revisionName(ctx, number),
        data: { changes: changes.length, lostTargets: lost.length },
      },
      sql`changes() > 0`,
    ),
    db.run(sql`
      UPDATE consultations SET plan_revision = ${number} WHERE id = ${currentConsultation(ctx)} AND ${isPublishedNow}`),
    ...loseComments(ctx, draft, isPublishedNow),
  ])
  if (published.rowsAffected === 0) throw new AppError('draft_changed')
  return readOverview(ctx)
}
