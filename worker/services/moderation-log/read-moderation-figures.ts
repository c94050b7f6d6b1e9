import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { ModerationFigures, MonthFigures } from '../../contract/moderation-log'
import type { CommentState, Decision } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { currentConsultation } from '../plan/current'

interface CountRow {
  month: string
  decision: Decision
  from_state: CommentState
  reason_id: string
  zh: string
  en: string
  count: number
}

/** Months with something to tell, newest first: sums of counters that the writes keep. */
export async function readModerationFigures(ctx: ServiceContext): Promise<ModerationFigures> {
  const { db } = ctx
  const [received, decided, waits] = await db.batch([
    db.all<{ month: string; count: number }>(sql`
      SELECT month, count FROM received_counts WHERE consultation_id = ${currentConsultation(ctx)}`),
    db.all<CountRow>(sql`
      SELECT n.month, n.decision, n.from_state, n.reason_id, r.zh, r.en, n.count
      FROM decision_counts n JOIN reasons r ON r.id = n.reason_id
      WHERE n.consultation_id = ${currentConsultation(ctx)} ORDER BY n.month, n.count DESC`),
    db.all<{ month: string; minutes: number }>(sql`
      SELECT month, min(minutes) AS minutes FROM (
        SELECT month, minutes, sum(count) OVER (PARTITION BY month ORDER BY minutes) AS so_far,
          sum(count) OVER (PARTITION BY month) AS total
        FROM decision_waits WHERE consultation_id = ${currentConsultation(ctx)})
      WHERE so_far * 2 >= total GROUP BY month`),
  ])
  const receivedIn = new Map(received.map(({ month, count }) => [month, count]))
  const medianOf = new Map(waits.map(({ month, minutes }) => [month, minutes]))
  const decidedIn = groupRows(decided, (row) => row.month)
  const months = [...new Set([...receivedIn.keys(), ...decidedIn.keys()])].sort().reverse()
  return {
    months: months.map((month) => ({
      month,
      received: receivedIn.get(month) ?? 0,
      ...tell(decidedIn.get(month) ?? []),
      medianMinutes: medianOf.get(month) ?? null,
    })),
  }
}

function tell(rows: CountRow[]): Omit<MonthFigures, 'month' | 'received' | 'medianMinutes'> {
  const first = rows.filter((row) => row.from_state === 'pending')
  const rejections = first.filter((row) => row.decision === 'reject')
  const count = (of: CountRow[], ...decisions: Decision[]) =>
    of.reduce((sum, row) => sum + (decisions.includes(row.decision) ? row.count : 0), 0)
  return {
    published: count(first, 'publish', 'redact'),
    redacted: count(first, 'redact'),
    returned: count(first, 'return'),
    rejected: count(first, 'reject'),
    rejectedBy: rejections.map(({ reason_id: id, zh, en, count: times }) => ({
      reason: { id, zh, en },
      count: times,
    })),
    overturned: count(
      rows.filter((row) => row.from_state !== 'pending'),
      'restore',
      'reject',
    ),
  }
}
