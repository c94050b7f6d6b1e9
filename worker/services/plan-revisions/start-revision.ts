import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { RevisionsOverview } from '../../contract/revisions'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation, revisionName } from '../plan/current'
import { readOverview } from './read-overview'

/** Opens the next revision of the plan as a draft; there is one at a time. */
export async function startRevision(
  ctx: ServiceContext,
  { note }: { note: string },
): Promise<RevisionsOverview> {
  const { id } = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [started] = await db.batch([
    db.run(sql`
      INSERT INTO plan_revisions (consultation_id, number, note, created_by, created_at)
      SELECT s.id, s.plan_revision + 1, ${note}, ${id}, ${now.getTime()} FROM consultations s
      WHERE s.id = ${currentConsultation(ctx)}
        AND NOT EXISTS (SELECT 1 FROM plan_revisions WHERE consultation_id = s.id AND published_at IS NULL)`),
    recordAudit(
      ctx,
      {
        action: 'plan.revision_started',
        subjectKind: 'plan_revision',
        subjectId: revisionName(
          ctx,
          sql`(SELECT max(number) FROM plan_revisions WHERE consultation_id = ${currentConsultation(ctx)})`,
        ),
      },
      sql`changes() > 0`,
    ),
  ])
  if (started.rowsAffected === 0) throw new AppError('draft_exists')
  return readOverview(ctx)
}
