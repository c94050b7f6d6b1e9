import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { BaselineView, MeasureView } from '../../contract/plan'
import type { BaselinePeriod, TargetBound } from '../../contract/words'
import { AppError } from '../../errors'
import { currentConsultation, measureIdOf } from './current'
import {
  type ConsultationRow,
  type CountRow,
  type NamedRow,
  presentConsultation,
  presentCounts,
  presentNamed,
  sum,
} from './present'

/** A measure with its clauses, targets, baselines, and public counts. */
export async function getMeasure(ctx: ServiceContext, key: string): Promise<MeasureView> {
  const { db } = ctx
  const id = measureIdOf(key)
  const [[measure], [theme], [consultation], clauses, targets, baselines, review, counts, neighbours] =
    await db.batch([
      db.all<NamedRow>(sql`SELECT * FROM measures WHERE id = ${id}`),
      db.all<NamedRow>(sql`SELECT t.* FROM measures m JOIN themes t ON t.id = m.theme_id WHERE m.id = ${id}`),
      db.all<ConsultationRow>(sql`SELECT * FROM consultations WHERE is_current = 1`),
      db.all<{ id: number; key: string; number: number; text: string }>(
        sql`SELECT id, key, number, text FROM clauses WHERE measure_id = ${id} ORDER BY number`,
      ),
      db.all<TargetRow>(sql`
        SELECT t.* FROM clauses cl JOIN targets t ON t.clause_id = cl.id
        WHERE cl.measure_id = ${id} ORDER BY cl.number, t.number`),
      db.all<BaselineRow>(sql`
        SELECT b.*, l.target_id, s.number AS section FROM measure_baselines l
        JOIN baselines b ON b.id = l.baseline_id JOIN review_sections s ON s.id = b.review_section_id
        WHERE l.measure_id = ${id} ORDER BY s.number, b.number`),
      db.all<{ number: number; title: string; text: string }>(sql`
        SELECT s.number, s.title, s.text FROM measure_reviews l
        JOIN review_sections s ON s.id = l.review_section_id WHERE l.measure_id = ${id} ORDER BY s.number`),
      db.all<CountRow & { clause_id: number }>(sql`
        SELECT clause_id, participant_kind, stance, count FROM comment_counts
        WHERE measure_id = ${id} AND state = 'published'`),
      db.all<NamedRow & { side: 'previous' | 'next' }>(sql`
        SELECT 'previous' AS side, p.* FROM measures p
          WHERE p.id = (SELECT max(id) FROM measures WHERE consultation_id = ${currentConsultation} AND id < ${id})
        UNION ALL SELECT 'next', n.* FROM measures n
          WHERE n.id = (SELECT min(id) FROM measures WHERE consultation_id = ${currentConsultation} AND id > ${id})`),
    ])
  if (!measure || !theme || !consultation) throw new AppError('not_found')

  const neighbour = (side: 'previous' | 'next') => {
    const row = neighbours.find((candidate) => candidate.side === side)
    return row ? { key: row.key, shortTitle: row.short_title, shortTitleEn: row.short_title_en } : null
  }
  return {
    ...presentNamed(measure),
    consultation: presentConsultation(consultation, ctx.now),
    theme: presentNamed(theme),
    clauses: clauses.map((clause) => ({
      key: clause.key,
      number: clause.number,
      text: clause.text,
      published: sum(counts.filter((row) => row.clause_id === clause.id)),
      targets: targets
        .filter((target) => target.clause_id === clause.id)
        .map((target) =>
          presentTarget(
            target,
            baselines.filter((baseline) => baseline.target_id === target.id),
          ),
        ),
    })),
    baselines: baselines.filter((baseline) => baseline.target_id === null).map(presentBaseline),
    review,
    counts: presentCounts(counts),
    previous: neighbour('previous'),
    next: neighbour('next'),
  }
}

interface TargetRow {
  id: number
  clause_id: number
  key: string
  quote: string
  start_offset: number
  end_offset: number
  bound: TargetBound
  minimum: number
  maximum: number | null
  unit: string
  indicator: string
}

function presentTarget(row: TargetRow, baselines: BaselineRow[]) {
  return {
    key: row.key,
    quote: row.quote,
    start: row.start_offset,
    end: row.end_offset,
    bound: row.bound,
    min: row.minimum,
    max: row.maximum,
    unit: row.unit,
    indicator: row.indicator,
    baselines: baselines.map(presentBaseline),
  }
}

interface BaselineRow {
  quote: string
  value: number
  unit: string
  period: BaselinePeriod
  indicator: string
  section: number
  target_id: number | null
}

function presentBaseline({ quote, value, unit, period, indicator, section }: BaselineRow): BaselineView {
  return { quote, value, unit, period, indicator, section }
}
