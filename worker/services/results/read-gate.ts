import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { GateView } from '../../contract/results'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { type NamedRow, presentNamed, sum } from '../plan/present'
import { presentTotals, totalsQueries } from './read-totals'
import { canOverride, findBlockers } from './rules'

/** How far the result is from being published, and what is in its way. */
export async function readGate(ctx: ServiceContext): Promise<GateView> {
  const actor = assertRole(ctx, 'staff')
  const { db } = ctx
  const [received, states, channels, cases, [state], measures] = await db.batch([
    ...totalsQueries(ctx),
    db.all<StateRow>(sql`
      SELECT s.closes_at, r.published_at,
        (SELECT coalesce(sum(count), 0) FROM review_counts WHERE dimension = 'kind' AND value IN ('second', 'appeal'))
          AS open_reviews,
        (SELECT count(*) FROM clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id
          WHERE p.consultation_id = s.id AND p.published_at IS NULL AND EXISTS (
            SELECT 1 FROM disposition_changes d
            CROSS JOIN cases k ON k.comment_id = d.comment_id AND k.disposition_version = d.version
            WHERE d.clause_change_id = h.id)) AS unpublished_changes
      FROM consultations s LEFT JOIN results r ON r.consultation_id = s.id WHERE s.id = ${currentConsultation}`),
    db.all<NamedRow & { id: number }>(
      sql`SELECT * FROM measures WHERE consultation_id = ${currentConsultation} ORDER BY id`,
    ),
  ])
  if (!state) throw new AppError('not_found')
  const totals = presentTotals(received, states, channels, cases)
  const { open_reviews: openReviews, unpublished_changes: unpublishedChanges } = state
  const isClosed = state.closes_at <= ctx.now.getTime()
  const blockers = findBlockers({ isClosed, totals, openReviews, unpublishedChanges })
  const isPublished = state.published_at !== null
  const casesOf = groupRows(cases, (row) => row.measure_id)
  return {
    totals,
    openReviews,
    unpublishedChanges,
    closesAt: new Date(state.closes_at).toISOString(),
    blockers,
    mayPublish: !isPublished && blockers.length === 0,
    mayOverride: !isPublished && blockers.length > 0 && actor.role === 'admin' && canOverride(blockers),
    measures: measures
      .map((measure) => ({
        ...presentNamed(measure),
        undisposed: sum((casesOf.get(measure.id) ?? []).filter((row) => row.disposition === '')),
      }))
      .filter(({ undisposed }) => undisposed > 0)
      .sort((a, b) => b.undisposed - a.undisposed),
    publishedAt: state.published_at === null ? null : new Date(state.published_at).toISOString(),
  }
}

interface StateRow {
  closes_at: number
  published_at: number | null
  open_reviews: number
  unpublished_changes: number
}
