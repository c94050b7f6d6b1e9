import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { GateView, PublishResult } from '../../contract/results'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { consultationKey, currentConsultation } from '../plan/current'
import { isHead } from '../plan-revisions/read-overview'
import { findGate, gateState, readGate } from './read-gate'
import { listOverridden } from './rules'

/**
 * Makes the result public, once, and has its authors told by mail; for heads of a unit and administrators. Refuses with `gate_closed` while something is in the
 * way that may not be overridden or for which no reason was given, with `counts_changed` where the figures are no longer
 * those that were seen.
 */
export async function publishResult(ctx: ServiceContext, input: PublishResult): Promise<GateView> {
  const actor = assertRole(ctx, 'staff')
  if (actor.role !== 'admin' && !(await isHead(ctx, actor.id))) throw new AppError('head_required')
  const { gate, state } = await findGate(ctx)
  const { totals } = gate
  if (gate.publishedAt) throw new AppError('already_published')
  if (totals.admissible !== input.admissible || totals.undisposed !== input.undisposed)
    throw new AppError('counts_changed')
  if (!gate.mayPublish && !(gate.mayOverride && input.overrideReason)) throw new AppError('gate_closed')

  const { db } = ctx
  const override = gate.mayPublish ? null : input.overrideReason
  const overridden = gate.mayPublish ? [] : listOverridden(gate)
  const [published] = await db.batch([
    db.run(sql`
      INSERT INTO results (consultation_id, plan_revision, counts, undisposed_count, override_reason, overridden,
        published_by, published_at)
      SELECT s.id, s.plan_revision, ${JSON.stringify(totals)}, ${totals.undisposed}, ${override},
        ${JSON.stringify(overridden)}, ${actor.id}, ${ctx.now.getTime()}
      FROM consultations s WHERE s.id = ${currentConsultation(ctx)} AND ${gateState} = ${state}
      ON CONFLICT DO NOTHING`),
    recordAudit(
      ctx,
      {
        action: 'result.published',
        subjectKind: 'consultation',
        subjectId: consultationKey(ctx),
        data: {
          admissible: totals.admissible,
          undisposed: totals.undisposed,
          isOverridden: override !== null,
        },
      },
      sql`changes() > 0`,
    ),
    db.run(sql`
      INSERT INTO result_mailings (consultation_id, opened_at)
      SELECT id, ${ctx.now.getTime()} FROM consultations WHERE id = ${currentConsultation(ctx)} AND changes() > 0
      ON CONFLICT DO NOTHING`),
  ])
  if (published.rowsAffected > 0) ctx.stir()
  const after = await readGate(ctx)
  if (published.rowsAffected > 0) return after
  throw new AppError(after.publishedAt ? 'already_published' : 'counts_changed')
}
