import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Totals } from '../../contract/results'
import { type Disposition, dispositions } from '../../contract/words'
import { readModerationFigures } from '../moderation-log/read-moderation-figures'
import { currentConsultation } from '../plan/current'
import { sum, tally } from '../plan/present'
import { presentTotals, totalsQueries } from '../results/read-totals'

/** Every figure that is public of the consultation, as its pages show it: what the counters hold, not what the rows add up to. */
export async function readCounts(ctx: ServiceContext) {
  const { db } = ctx
  const [received, states, channels, cases, measures, [result], published] = await db.batch([
    ...totalsQueries(ctx),
    db.all<{ id: number; key: string }>(
      sql`SELECT id, key FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`,
    ),
    db.all<{
      counts: string
      published_at: number
      undisposed_count: number
      override_reason: string | null
    }>(sql`SELECT * FROM results WHERE consultation_id = ${currentConsultation(ctx)}`),
    db.all<{ measure_id: number; participant_kind: string; stance: string; count: number }>(sql`
      SELECT n.measure_id, n.participant_kind, n.stance, sum(n.count) AS count
      FROM measures m JOIN comment_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)} AND n.state = 'published'
      GROUP BY 1, 2, 3 HAVING sum(n.count) > 0 ORDER BY 1, 2, 3`),
  ])
  const { months } = await readModerationFigures(ctx)
  return {
    printed: result
      ? {
          publishedAt: new Date(result.published_at).toISOString(),
          overrideReason: result.override_reason,
          totals: JSON.parse(result.counts) as Totals,
        }
      : null,
    totals: presentTotals(received, states, channels, cases),
    measures: measures.map(({ id, key }) => {
      const own = cases.filter((row) => row.measure_id === id)
      const having = (wanted: Disposition | '') =>
        sum(own.filter(({ disposition }) => disposition === wanted))
      return {
        key,
        admissible: sum(own),
        dispositions: tally(dispositions, having),
        undisposed: having(''),
        published: published
          .filter((row) => row.measure_id === id)
          .map(({ participant_kind: kind, stance, count }) => ({ kind, stance, count })),
      }
    }),
    moderation: months.map(({ rejectedBy, ...month }) => ({
      ...month,
      rejectedBy: rejectedBy
        .map(({ reason, count }) => ({ reason: reason.id, count }))
        .sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    })),
  }
}
