import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { GateView, PublishResult } from '../../contract/results'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { readGate } from './read-gate'

/**
 * Makes the result public, once. Refuses with `gate_closed` while something is in the way that may not be overridden or
 * for which no reason was given, with `counts_changed` where the figures are no longer those that were seen.
 */
export async function publishResult(ctx: ServiceContext, input: PublishResult): Promise<GateView> {
  const actor = assertRole(ctx, 'staff')
  const gate = await readGate(ctx)
  const { totals } = gate
  if (gate.publishedAt) throw new AppError('already_published')
  if (totals.admissible !== input.admissible || totals.undisposed !== input.undisposed)
    throw new AppError('counts_changed')
  if (!gate.mayPublish && !(gate.mayOverride && input.overrideReason)) throw new AppError('gate_closed')

  const { db } = ctx
  const override = gate.mayPublish ? null : input.overrideReason
  const [published] = await db.batch([
    db.run(sql`
      INSERT INTO results (consultation_id, plan_revision, counts, undisposed_count, override_reason, published_by,
        published_at)
      SELECT s.id, s.plan_revision, ${JSON.stringify(totals)}, ${totals.undisposed}, ${override}, ${actor.id},
        ${ctx.now.getTime()}
      FROM consultations s WHERE s.id = ${currentConsultation} AND ${stillHolds(totals)}
      ON CONFLICT DO NOTHING`),
    recordAudit(
      ctx,
      {
        action: 'result.published',
        subjectKind: 'consultation',
        subjectId: 'current',
        data: {
          admissible: totals.admissible,
          undisposed: totals.undisposed,
          isOverridden: override !== null,
        },
      },
      sql`changes() > 0`,
    ),
  ])
  const after = await readGate(ctx)
  if (published.rowsAffected > 0) return after
  throw new AppError(after.publishedAt ? 'already_published' : 'counts_changed')
}

/** The counters as they were read: what came or went in between publishes nothing. */
function stillHolds({ states, admissible, undisposed }: GateView['totals']) {
  const ofConsultation = sql`
    FROM measures m JOIN case_counts n ON n.measure_id = m.id WHERE m.consultation_id = s.id`
  return sql`
    (SELECT coalesce(sum(n.count), 0) ${ofConsultation}) = ${admissible}
    AND (SELECT coalesce(sum(n.count), 0) ${ofConsultation} AND n.disposition = '') = ${undisposed}
    AND (SELECT coalesce(sum(n.count), 0) FROM measures m JOIN comment_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = s.id AND n.state = 'pending') = ${states.pending}`
}
