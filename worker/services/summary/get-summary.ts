import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StateCounts } from '../../contract/plan'
import type { SummaryView } from '../../contract/staff'
import { type CommentState, commentStates, participantKinds, stances } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { currentConsultation } from '../plan/current'
import { type CountRow, type NamedRow, presentNamed, sum, tally } from '../plan/present'

type Row = CountRow & { measure_id: number; state: CommentState }

/** What was received on each measure, by state, kind and stance: sums of the kept counters. */
export async function getSummary(ctx: ServiceContext): Promise<SummaryView> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const [measures, counts] = await db.batch([
    db.all<NamedRow & { id: number }>(
      sql`SELECT * FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`,
    ),
    db.all<Row>(sql`
      SELECT n.measure_id, n.participant_kind, n.stance, n.state, sum(n.count) AS count
      FROM measures m JOIN comment_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)}
      GROUP BY n.measure_id, n.participant_kind, n.stance, n.state`),
  ])
  const countsOf = groupRows(counts, (row) => row.measure_id)
  return {
    received: sum(counts),
    ...tallies(counts),
    measures: measures.map((measure) => {
      const own = countsOf.get(measure.id) ?? []
      return {
        ...presentNamed(measure),
        ...tallies(own),
        stances: tally(stances, (stance) => sum(own.filter((row) => row.stance === stance))),
      }
    }),
  }
}

function tallies(rows: Row[]) {
  const states: StateCounts = tally(commentStates, (state) => sum(rows.filter((row) => row.state === state)))
  const kinds = tally(participantKinds, (kind) => sum(rows.filter((row) => row.participant_kind === kind)))
  return { states, kinds }
}
