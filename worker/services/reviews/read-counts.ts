import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { beijingTimestamp, startOfBeijingDate } from '../../contract/beijing-time'
import type { QueueCounts } from '../../contract/moderation/queue'
import { participantKinds, reviewKinds, signalKinds } from '../../contract/words'
import { dueTodayBefore, overdueBefore } from '../calendar/working-days'
import { currentConsultation, measureIds } from '../plan/current'
import { tally } from '../plan/present'

const dayLength = 86_400_000
const beijingOffset = 8 * 3_600_000
/** The median is of the newest decisions, so that many cost no more than some. */
const mostMeasured = 1000

/** The figures beside the queue: kept by the writes, but for today's decisions and what is in one's own hand. */
export async function readCounts(ctx: ServiceContext): Promise<QueueCounts> {
  const me = assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const today = startOfBeijingDate(beijingTimestamp(now).slice(0, 10)).getTime()
  const [counts, measures, [own], [median]] = await db.batch([
    db.all<CountRow>(sql`SELECT dimension, value, count FROM review_counts
      WHERE consultation_id = ${currentConsultation(ctx)} AND count > 0`),
    db.all<{ id: number; key: string }>(sql`
      SELECT id, key FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY id`),
    db.all<OwnRow>(sql`
      SELECT (SELECT review_days FROM consultations WHERE id = ${currentConsultation(ctx)}) AS review_days,
        (SELECT count(*) FROM reviews INDEXED BY reviews_held
          WHERE held_by = ${me.id} AND held_until > ${now.getTime()} AND measure_id IN ${measureIds(ctx)}) AS mine,
        (SELECT count(*) FROM reviews INDEXED BY reviews_passed
          WHERE passed_to = ${me.id} AND measure_id IN ${measureIds(ctx)}) AS passed,
        (SELECT count(*) FROM moderation_decisions INDEXED BY moderation_decisions_by_time
          WHERE decided_at >= ${today}) AS decided_today,
        (SELECT max(seq) FROM desk_events) AS last_event`),
    db.all<{ minutes: number }>(sql`
      WITH newest AS (
        SELECT waited_minutes AS minutes FROM moderation_decisions INDEXED BY moderation_decisions_by_time
        WHERE decided_at > ${now.getTime() - 7 * dayLength} ORDER BY decided_at DESC LIMIT ${mostMeasured})
      SELECT minutes FROM newest WHERE minutes IS NOT NULL ORDER BY minutes
      LIMIT 1 OFFSET (SELECT count(minutes) / 2 FROM newest)`),
  ])
  const valuesOf = (dimension: CountRow['dimension']) =>
    new Map(counts.filter((row) => row.dimension === dimension).map(({ value, count }) => [value, count]))
  const figures = <Key extends string>(dimension: CountRow['dimension'], keys: readonly Key[]) => {
    const values = valuesOf(dimension)
    return tally(keys, (key) => values.get(key) ?? 0)
  }
  const openedBefore = (moment: Date) =>
    counts.reduce(
      (total, { dimension, value, count }) =>
        dimension === 'day' && Number(value) * dayLength - beijingOffset < moment.getTime()
          ? total + count
          : total,
      0,
    )
  const ofMeasures = valuesOf('measure')
  return {
    open: figures('kind', reviewKinds),
    cards: figures('cards', reviewKinds),
    soon: own?.review_days ? openedBefore(dueTodayBefore(now, own.review_days)) : 0,
    overdue: own?.review_days ? openedBefore(overdueBefore(now, own.review_days)) : 0,
    mine: own?.mine ?? 0,
    passed: own?.passed ?? 0,
    signals: figures('signal', signalKinds),
    byKind: figures('participant', participantKinds),
    byMeasure: Object.fromEntries(measures.map(({ id, key }) => [key, ofMeasures.get(String(id)) ?? 0])),
    decidedToday: own?.decided_today ?? 0,
    medianMinutes: median?.minutes ?? null,
    lastEvent: own?.last_event ?? 0,
  }
}

interface CountRow {
  dimension: 'kind' | 'cards' | 'day' | 'measure' | 'participant' | 'signal'
  value: string
  count: number
}

interface OwnRow {
  review_days: number | null
  mine: number
  passed: number
  decided_today: number
  last_event: number | null
}
