import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { MeasureView, OrphanView } from '../../contract/plan'
import { AppError } from '../../errors'
import { countStanding } from '../comments/count-standing'
import { isPublic } from '../comments/is-public'
import { opinionsOfTarget } from '../figures/summarize-target'
import { answersOfMeasure, presentAnswers, readAnswers } from '../responses/public-answers'
import { type ChangeRow, changeColumns } from './change-rows'
import { textReadAt } from './clause-text'
import { currentConsultation, measureIdOf } from './current'
import {
  type ConsultationRow,
  type CountRow,
  type NamedRow,
  presentConsultation,
  presentCounts,
  presentNamed,
} from './present'
import {
  type BaselineRow,
  type ClauseRow,
  presentBaseline,
  presentClauses,
  type TargetRow,
} from './present-clauses'

const mostOrphans = 20

/**
 * A measure with its clauses, targets, baselines, and public counts: as the plan reads now, or as it read at an earlier
 * revision. A revision that is not published is `not_found`.
 */
export async function getMeasure(ctx: ServiceContext, key: string, revision?: number): Promise<MeasureView> {
  const { db } = ctx
  const id = measureIdOf(ctx, key)
  const [
    [measure],
    [theme],
    [consultation],
    clauses,
    changes,
    targets,
    baselines,
    review,
    counts,
    orphans,
    neighbours,
    answers,
  ] = await db.batch([
    db.all<NamedRow>(sql`SELECT * FROM measures WHERE id = ${id}`),
    db.all<NamedRow>(sql`SELECT t.* FROM measures m JOIN themes t ON t.id = m.theme_id WHERE m.id = ${id}`),
    db.all<ConsultationRow>(sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`),
    db.all<ClauseRow>(sql`
        SELECT id, key, number, text, introduced_in FROM clauses WHERE measure_id = ${id} ORDER BY number`),
    db.all<ChangeRow>(sql`
        SELECT ${changeColumns()} FROM clauses cl JOIN clause_changes h ON h.clause_id = cl.id
        JOIN plan_revisions p ON p.id = h.plan_revision_id AND p.published_at IS NOT NULL
        WHERE cl.measure_id = ${id}`),
    db.all<TargetRow>(sql`
        SELECT t.*, ${opinionsOfTarget} AS opinions FROM clauses cl JOIN targets t ON t.clause_id = cl.id
        WHERE cl.measure_id = ${id} ORDER BY cl.number, t.number`),
    db.all<BaselineRow>(sql`
        SELECT b.*, l.target_id, s.number AS section FROM measure_baselines l
        JOIN baselines b ON b.id = l.baseline_id JOIN review_sections s ON s.id = b.review_section_id
        WHERE l.measure_id = ${id} ORDER BY s.number, b.number`),
    db.all<{ number: number; title: string; text: string }>(sql`
        SELECT s.number, s.title, s.text FROM measure_reviews l
        JOIN review_sections s ON s.id = l.review_section_id WHERE l.measure_id = ${id} ORDER BY s.number`),
    db.all<CountRow & { clause_id: number }>(sql`
        SELECT clause_id, participant_kind, stance, sum(count) AS count FROM (${countStanding(id)})
        GROUP BY clause_id, participant_kind, stance`),
    db.all<OrphanRow>(sql`
        SELECT c.public_id, c.quote, c.plan_revision, c.body, cl.key AS clause_key,
          ${textReadAt(sql`c.plan_revision`)} AS text
        FROM comments c INDEXED BY comments_orphaned JOIN clauses cl ON cl.id = c.clause_id
        WHERE c.measure_id = ${id} AND c.orphaned_in IS NOT NULL AND ${isPublic}
        ORDER BY c.id LIMIT ${mostOrphans + 1}`),
    db.all<NamedRow & { side: 'previous' | 'next' }>(sql`
        SELECT 'previous' AS side, p.* FROM measures p
          WHERE p.id = (SELECT max(id) FROM measures WHERE consultation_id = ${currentConsultation(ctx)} AND id < ${id})
        UNION ALL SELECT 'next', n.* FROM measures n
          WHERE n.id = (SELECT min(id) FROM measures WHERE consultation_id = ${currentConsultation(ctx)} AND id > ${id})`),
    readAnswers(ctx, answersOfMeasure(id)),
  ])
  if (!measure || !theme || !consultation) throw new AppError('not_found')
  const shown = revision ?? consultation.plan_revision
  if (shown > consultation.plan_revision) throw new AppError('not_found')
  const publishedOn = (clauseId: number) => presentCounts(counts.filter((row) => row.clause_id === clauseId))

  const neighbour = (side: 'previous' | 'next') => {
    const row = neighbours.find((candidate) => candidate.side === side)
    return row ? { key: row.key, shortTitle: row.short_title, shortTitleEn: row.short_title_en } : null
  }
  return {
    ...presentNamed(measure),
    consultation: presentConsultation(consultation, ctx.now),
    theme: presentNamed(theme),
    revision: shown,
    ...presentClauses({ clauses, changes, targets, baselines, publishedOn }, shown),
    orphans: {
      items: orphans.slice(0, mostOrphans).map(presentOrphan),
      hasMore: orphans.length > mostOrphans,
    },
    baselines: baselines.filter((baseline) => baseline.target_id === null).map(presentBaseline),
    review,
    counts: presentCounts(counts),
    answers: presentAnswers(answers),
    previous: neighbour('previous'),
    next: neighbour('next'),
  }
}

interface OrphanRow {
  public_id: string
  quote: string | null
  plan_revision: number
  body: string
  clause_key: string
  text: string
}

function presentOrphan(row: OrphanRow): OrphanView {
  const { public_id: publicId, clause_key: clauseKey, plan_revision: madeOn, text, quote, body } = row
  return { publicId, clauseKey, madeOn, text, quote, body }
}
