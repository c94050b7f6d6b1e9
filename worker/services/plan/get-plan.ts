import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { PlanView } from '../../contract/plan'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { countStanding } from '../comments/count-standing'
import type { ClauseChange } from './clause-text'
import { currentConsultation } from './current'
import { type FollowedTarget, followTargets } from './follow-targets'
import {
  type ConsultationRow,
  type CountRow,
  type NamedRow,
  presentConsultation,
  presentCounts,
  presentNamed,
  sum,
} from './present'

interface TargetRow extends FollowedTarget {
  measure_id: number
  clause_id: number
  text: string
}

/** The current plan with its public counts: themes, measures, targets, and what the year before brought. */
export async function getPlan(ctx: ServiceContext): Promise<PlanView> {
  const { db } = ctx
  const [[consultation], themes, measures, targets, changes, counts, sections, links] = await db.batch([
    db.all<ConsultationRow & { agenda_preamble: string; review_heading: string; review_preamble: string }>(
      sql`SELECT * FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
    db.all<NamedRow & { id: number }>(
      sql`SELECT * FROM themes WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY number`,
    ),
    db.all<NamedRow & { id: number; theme_id: number }>(
      sql`SELECT * FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY theme_id, number`,
    ),
    db.all<TargetRow>(sql`
      SELECT cl.measure_id, cl.text, t.clause_id, t.quote, t.start_offset, t.bound, t.minimum, t.maximum, t.unit,
        t.indicator FROM measures m JOIN clauses cl ON cl.measure_id = m.id
      JOIN targets t ON t.clause_id = cl.id WHERE m.consultation_id = ${currentConsultation(ctx)}
      ORDER BY cl.measure_id, cl.number, t.number`),
    db.all<ClauseChange & { clause_id: number }>(sql`
      SELECT h.id, h.clause_id, p.number AS revision, h.kind, h.text FROM plan_revisions p
      JOIN clause_changes h ON h.plan_revision_id = p.id
      WHERE p.consultation_id = ${currentConsultation(ctx)} AND p.published_at IS NOT NULL`),
    db.all<CountRow & { measure_id: number }>(sql`
      SELECT measure_id, participant_kind, stance, sum(count) AS count
      FROM (${countStanding(sql`SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)}`)})
      GROUP BY measure_id, participant_kind, stance`),
    db.all<{ id: number; number: number; title: string; text: string }>(sql`
      SELECT id, number, title, text FROM review_sections
      WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY number`),
    db.all<{ review_section_id: number; key: string }>(sql`
      SELECT r.review_section_id, m.key FROM measures m JOIN measure_reviews r ON r.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)} ORDER BY m.id`),
  ])
  if (!consultation) throw new AppError('not_found')

  const countsOf = groupRows(counts, (row) => row.measure_id)
  const changesOf = groupRows(changes, (row) => row.clause_id)
  const placed = [...groupRows(targets, (row) => row.clause_id).values()].flatMap((own) => {
    const clause = { text: own[0]?.text ?? '', introducedIn: 1 }
    const changed = changesOf.get(own[0]?.clause_id ?? 0) ?? []
    const places = followTargets(own, clause, changed, consultation.plan_revision)
    return own.flatMap(({ measure_id }, index) => {
      const quote = places[index]?.quote
      return quote === undefined ? [] : [{ measure_id, quote }]
    })
  })
  const targetsOf = groupRows(placed, (row) => row.measure_id)
  const measuresOf = groupRows(measures, (row) => row.theme_id)
  const linksOf = groupRows(links, (row) => row.review_section_id)
  return {
    consultation: presentConsultation(consultation, ctx.now),
    counts: presentCounts(counts),
    preamble: JSON.parse(consultation.agenda_preamble) as string[],
    themes: themes.map((theme) => {
      const own = (measuresOf.get(theme.id) ?? []).map((measure) => ({
        ...presentNamed(measure),
        published: sum(countsOf.get(measure.id) ?? []),
        targets: (targetsOf.get(measure.id) ?? []).map((target) => target.quote),
      }))
      return {
        ...presentNamed(theme),
        published: own.reduce((total, measure) => total + measure.published, 0),
        measures: own,
      }
    }),
    review: {
      heading: consultation.review_heading,
      preamble: JSON.parse(consultation.review_preamble) as string[],
      sections: sections.map(({ id, number, title, text }) => ({
        number,
        title,
        text,
        measures: (linksOf.get(id) ?? []).map((link) => link.key),
      })),
    },
  }
}
