import type { DraftContent } from '../../contract/consultations'
import type { MeasureView, PlanLabels, PlanView } from '../../contract/plan'
import { labelsOf } from '../plan/labels'
import { linkPlan } from '../plan/link-plan'
import { type PlanRows, planRows } from '../plan/plan-rows'
import { type ConsultationRow, presentConsultation, presentCounts } from '../plan/present'
import { presentBaseline, presentClauses, type TargetRow } from '../plan/present-clauses'
import { readPlan } from '../plan/read-plan'
import { overlayOf } from './draft-overlay'
import { periodOf } from './rules'

export interface DraftPlan {
  plan: PlanView
  /** In reading order. */
  measures: MeasureView[]
}

type Row<Name extends keyof PlanRows> = PlanRows[Name][number]

/** What readers would get of a draft at a moment if it were out, made of the rows that publishing it would write; throws MalformedPlan. */
export function presentDraftPlan(key: string, content: DraftContent, now: Date): DraftPlan {
  const document = readPlan(content.source)
  const overlay = overlayOf(key, content, document)
  const rows = planRows(document, linkPlan(document), overlay, 0)
  const consultation = presentConsultation(consultationRow(content, overlay, labelsOf(document)), now)
  const quotesOf = (measureId: number) =>
    clausesOf(rows, measureId).flatMap(({ id }) =>
      rows.targets.filter(({ clauseId }) => clauseId === id).map(({ quote }) => quote),
    )
  const plan: PlanView = {
    consultation,
    counts: presentCounts([]),
    preamble: document.agenda.preamble,
    themes: rows.themes.map((theme) => ({
      ...named(theme),
      published: 0,
      measures: rows.measures
        .filter(({ themeId }) => themeId === theme.id)
        .map((measure) => ({ ...named(measure), published: 0, targets: quotesOf(Number(measure.id)) })),
    })),
    review: {
      heading: document.review.heading,
      preamble: document.review.preamble,
      sections: rows.reviewSections.map(({ id, number, title, text }) => ({
        number,
        title,
        text,
        measures: rows.measures
          .filter((measure) =>
            rows.measureReviews.some((link) => link.reviewSectionId === id && link.measureId === measure.id),
          )
          .map((measure) => measure.key),
      })),
    },
  }
  return {
    plan,
    measures: rows.measures.map((measure, place) => ({
      ...presentMeasure(rows, measure),
      consultation,
      previous: neighbour(rows.measures[place - 1]),
      next: neighbour(rows.measures[place + 1]),
    })),
  }
}

function consultationRow(
  content: DraftContent,
  overlay: ReturnType<typeof overlayOf>,
  labels: PlanLabels,
): ConsultationRow {
  const { opensAt, closesAt } = periodOf(content)
  return {
    key: overlay.key,
    title: overlay.title.zh,
    title_en: overlay.title.en,
    authority: overlay.authority.zh,
    authority_en: overlay.authority.en,
    opens_at: opensAt.getTime(),
    closes_at: closesAt.getTime(),
    result_at: null,
    plan_revision: 1,
    is_current: 0,
    participants: content.participants,
    has_replies: content.hasReplies ? 1 : 0,
    moderation: content.moderation,
    short_period_reason: content.shortPeriodReason || null,
    short_period_reason_en: content.shortPeriodReasonEn || null,
    extension_reason: null,
    labels: JSON.stringify(labels),
  }
}

function presentMeasure(
  rows: PlanRows,
  measure: Row<'measures'>,
): Omit<MeasureView, 'consultation' | 'previous' | 'next'> {
  const id = Number(measure.id)
  const clauses = clausesOf(rows, id).map(({ key, number, text, ...clause }) => {
    return { id: Number(clause.id), key, number, text, introduced_in: 1 }
  })
  const targets = rows.targets
    .filter(({ clauseId }) => clauses.some((clause) => clause.id === clauseId))
    .map(targetRow)
  const sectionOf = (sectionId: number) => rows.reviewSections.find((section) => section.id === sectionId)
  const baselines = rows.measureBaselines
    .filter(({ measureId }) => measureId === id)
    .flatMap(({ baselineId, targetId }) => {
      const baseline = rows.baselines.find((each) => each.id === baselineId)
      const section = baseline && sectionOf(baseline.reviewSectionId)
      if (!baseline || !section) return []
      const { quote, value, unit, period, indicator, number } = baseline
      return [
        {
          ...{ quote, value, unit, period, indicator, number },
          section: section.number,
          target_id: targetId ?? null,
        },
      ]
    })
    .sort((a, b) => a.section - b.section || a.number - b.number)
  const theme = rows.themes.find((each) => each.id === measure.themeId)
  return {
    ...named(measure),
    theme: named(theme ?? measure),
    revision: 1,
    ...presentClauses({ clauses, changes: [], targets, baselines, publishedOn: () => presentCounts([]) }, 1),
    orphans: { items: [], hasMore: false },
    baselines: baselines.filter((baseline) => baseline.target_id === null).map(presentBaseline),
    review: rows.measureReviews
      .filter(({ measureId }) => measureId === id)
      .flatMap(({ reviewSectionId }) => sectionOf(reviewSectionId) ?? [])
      .sort((a, b) => a.number - b.number)
      .map(({ number, title, text }) => ({ number, title, text })),
    counts: presentCounts([]),
    answers: [],
  }
}

const clausesOf = (rows: PlanRows, id: number) => rows.clauses.filter(({ measureId }) => measureId === id)

const targetRow = (target: Row<'targets'>): TargetRow => ({
  id: Number(target.id),
  clause_id: target.clauseId,
  key: target.key,
  quote: target.quote,
  start_offset: target.startOffset,
  bound: target.bound,
  minimum: target.minimum,
  maximum: target.maximum ?? null,
  unit: target.unit,
  indicator: target.indicator,
  opinions: '[]',
})

const named = ({ key, number, title, shortTitle, shortTitleEn }: Row<'themes'> | Row<'measures'>) => ({
  key,
  number,
  title,
  shortTitle,
  shortTitleEn,
})

const neighbour = (measure: Row<'measures'> | undefined) =>
  measure ? { key: measure.key, shortTitle: measure.shortTitle, shortTitleEn: measure.shortTitleEn } : null
