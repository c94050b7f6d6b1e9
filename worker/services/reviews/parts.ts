import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { QueueFilter } from '../../contract/moderation/queue'
import type { QueueViewName, ReviewKind } from '../../contract/words'
import { dueTodayBefore } from '../calendar/working-days'
import { currentConsultation, measureIdOf, measureIds } from '../plan/current'

/** A part of the queue, as SQL over `reviews AS r`. */
export interface Part {
  /** Where it is read from, by an index that has it in order. */
  source: SQL
  /** What the rows of the source fulfil that are listed. */
  isListed: SQL
  /** The order: two whole numbers, no two rows alike. */
  place: SQL
  /** What a review fulfils that is in somebody's hand for this part. */
  isOfHand: SQL
  /** What a comment behind a listed card fulfils to be of the part itself; null where all are listed one by one. */
  isBehind: SQL | null
}

const kindOf: Partial<Record<QueueViewName, ReviewKind>> = {
  age: 'first',
  soon: 'first',
  second: 'second',
  appeals: 'appeal',
  recheck: 'recheck',
}

/** What a filter means to this moderator, now. */
export function partOf(ctx: ServiceContext, me: UserActor, filter: QueueFilter): Part {
  const { view, signal } = filter
  if (signal) return partOfSignal(ctx, signal)
  const place = sql.raw('r.opened_at, r.id')
  const conditions = conditionsOf(ctx, filter)
  if (view === 'mine' || view === 'passed') {
    const isTheirs =
      view === 'mine'
        ? sql`r.held_by = ${me.id} AND r.held_until > ${ctx.now.getTime()}`
        : sql`r.passed_to = ${me.id}`
    const isListed = and([isTheirs, ...conditions('r')])
    const source = sql.raw(`reviews r INDEXED BY reviews_${view === 'mine' ? 'held' : 'passed'}`)
    return { source, isListed, place, isOfHand: isListed, isBehind: and(conditions('m')) }
  }
  const isListed = and([sql`r.is_front = 1`, ...conditions('r')])
  const source = sql.raw(`reviews r INDEXED BY reviews_by_${indexFor(filter)}`)
  return { source, isListed, place, isOfHand: isListed, isBehind: and(conditions('m')) }
}

function partOfSignal(ctx: ServiceContext, signal: string): Part {
  return {
    source: sql.raw('review_signals s CROSS JOIN reviews r ON r.id = s.review_id'),
    isListed: sql`s.signal = ${signal} AND s.consultation_id = ${currentConsultation(ctx)}`,
    place: sql.raw('s.opened_at, s.review_id'),
    isOfHand: sql`EXISTS (
      SELECT 1 FROM review_signals WHERE signal = ${signal} AND consultation_id = ${currentConsultation(ctx)} AND opened_at = r.opened_at AND review_id = r.id)`,
    isBehind: null,
  }
}

function conditionsOf(ctx: ServiceContext, { view, measure, kind }: QueueFilter) {
  return (alias: 'r' | 'm'): SQL[] => {
    const column = (name: string) => sql.raw(`${alias}.${name}`)
    return [
      ...(kindOf[view] ? [sql`${column('kind')} = ${kindOf[view]}`] : []),
      measure
        ? sql`${column('measure_id')} = ${measureIdOf(ctx, measure)}`
        : sql`+${column('measure_id')} IN ${measureIds(ctx)}`,
      ...(kind ? [sql`${column('participant_kind')} = ${kind}`] : []),
      ...(view === 'soon' ? [sql`${column('opened_at')} < ${soonBefore(ctx)}`] : []),
    ]
  }
}

/** Named, for SQLite keeps no statistics here to choose by. */
function indexFor({ measure, kind }: QueueFilter): string {
  return [measure && 'measure', kind && 'participant'].filter(Boolean).join('_and_') || 'age'
}

/** What came before it is due today or earlier. The database knows the days that are promised, the calendar is here. */
function soonBefore(ctx: ServiceContext): SQL {
  const { now } = ctx
  const bounds = Array.from({ length: 30 }, (_, i) => dueTodayBefore(now, i + 1).getTime())
  return sql`(
    SELECT json_extract(${JSON.stringify(bounds)}, '$[' || (review_days - 1) || ']')
    FROM consultations WHERE id = ${currentConsultation(ctx)})`
}

const and = (conditions: SQL[]) => (conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql.raw('1'))
