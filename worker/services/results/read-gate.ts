import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { GateView } from '../../contract/results'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { type NamedRow, presentNamed, sum } from '../plan/present'
import { isHeadOf } from '../plan-revisions/read-overview'
import { presentTotals, totalsQueries } from './read-totals'
import { canOverride, findBlockers } from './rules'

/** Of `consultations AS s`. */
const openReviewsOf = sql.raw(
  `(SELECT coalesce(sum(count), 0) FROM review_counts
    WHERE consultation_id = s.id AND dimension = 'kind' AND value IN ('second', 'appeal'))`,
)
const unconfirmedOf = sql.raw(
  '(SELECT count(*) FROM comments INDEXED BY comments_unconfirmed WHERE consultation_id = s.id AND is_unconfirmed = 1)',
)
const unpublishedChangesOf = sql`(SELECT count(*) FROM clause_changes h JOIN plan_revisions p ON p.id = h.plan_revision_id
          WHERE p.consultation_id = s.id AND p.published_at IS NULL AND EXISTS (
            SELECT 1 FROM disposition_changes d
            CROSS JOIN cases k ON k.comment_id = d.comment_id AND k.disposition_version = d.version
              AND k.is_admissible = 1
            WHERE d.clause_change_id = h.id))`

/** Of `consultations AS s`: all that the gate and the printed figures rest on, in one text. */
export const gateState: SQL = sql`json_array(s.closes_at, s.plan_revision, ${openReviewsOf}, ${unpublishedChangesOf}, ${unconfirmedOf},
  (SELECT coalesce(sum(count), 0) FROM received_counts WHERE consultation_id = s.id),
  (SELECT json_group_array(json_array(state, count)) FROM (
    SELECT n.state, sum(n.count) AS count FROM measures m JOIN comment_counts n ON n.measure_id = m.id
    WHERE m.consultation_id = s.id GROUP BY n.state)),
  (SELECT json_group_array(json_array(channel, count)) FROM (
    SELECT channel, sum(count) AS count FROM channel_counts WHERE consultation_id = s.id GROUP BY channel)),
  (SELECT json_group_array(json_array(participant_kind, disposition, count)) FROM (
    SELECT n.participant_kind, n.disposition, sum(n.count) AS count
    FROM measures m JOIN case_counts n ON n.measure_id = m.id
    WHERE m.consultation_id = s.id GROUP BY n.participant_kind, n.disposition)))`

/** How far the result is from being published, and what is in its way. */
export async function readGate(ctx: ServiceContext): Promise<GateView> {
  return (await findGate(ctx)).gate
}

/** The gate, with the {@link gateState} that it was read in. */
export async function findGate(ctx: ServiceContext): Promise<{ gate: GateView; state: string }> {
  const actor = assertRole(ctx, 'staff')
  const { db } = ctx
  const [received, states, channels, cases, [state], measures] = await db.batch([
    ...totalsQueries(ctx),
    db.all<StateRow>(sql`
      SELECT s.closes_at, r.published_at, ${openReviewsOf} AS open_reviews, ${unconfirmedOf} AS unconfirmed,
        ${unpublishedChangesOf} AS unpublished_changes, ${isHeadOf(actor.id)} AS is_head, ${gateState} AS state
      FROM consultations s LEFT JOIN results r ON r.consultation_id = s.id WHERE s.id = ${currentConsultation(ctx)}`),
    db.all<NamedRow & { id: number }>(
      sql`SELECT * FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`,
    ),
  ])
  if (!state) throw new AppError('not_found')
  const totals = presentTotals(received, states, channels, cases)
  const { open_reviews: openReviews, unconfirmed, unpublished_changes: unpublishedChanges } = state
  const isClosed = state.closes_at <= ctx.now.getTime()
  const blockers = findBlockers({ isClosed, totals, unconfirmed, openReviews, unpublishedChanges })
  const isPublished = state.published_at !== null
  const casesOf = groupRows(cases, (row) => row.measure_id)
  const isDone = blockers.length === 0
  const gate: GateView = {
    totals,
    unconfirmed,
    openReviews,
    unpublishedChanges,
    closesAt: new Date(state.closes_at).toISOString(),
    blockers,
    mayPublish: !isPublished && isDone && (actor.role === 'admin' || state.is_head === 1),
    mayOverride: !isPublished && !isDone && actor.role === 'admin' && canOverride(blockers),
    measures: measures
      .map((measure) => ({
        ...presentNamed(measure),
        undisposed: sum((casesOf.get(measure.id) ?? []).filter((row) => row.disposition === '')),
      }))
      .filter(({ undisposed }) => undisposed > 0)
      .sort((a, b) => b.undisposed - a.undisposed),
    publishedAt: state.published_at === null ? null : new Date(state.published_at).toISOString(),
  }
  return { gate, state: state.state }
}

interface StateRow {
  closes_at: number
  published_at: number | null
  open_reviews: number
  unconfirmed: number
  unpublished_changes: number
  is_head: number
  state: string
}
