import type {
  baselines,
  clauses,
  measureBaselines,
  measureReviews,
  measures,
  reviewSections,
  targets,
  themes,
} from '../../db/schema'
import type { PlanDocument, PlanLinks } from './document'
import type { PlanOverlay } from './overlay'

export interface PlanRows {
  themes: (typeof themes.$inferInsert)[]
  measures: (typeof measures.$inferInsert)[]
  clauses: (typeof clauses.$inferInsert)[]
  targets: (typeof targets.$inferInsert)[]
  reviewSections: (typeof reviewSections.$inferInsert)[]
  baselines: (typeof baselines.$inferInsert)[]
  measureReviews: (typeof measureReviews.$inferInsert)[]
  measureBaselines: (typeof measureBaselines.$inferInsert)[]
}

/** A plan as rows that refer to each other. Each consultation has a block of ids, given out in reading order. */
export function planRows(
  { agenda, review }: PlanDocument,
  links: PlanLinks,
  overlay: PlanOverlay,
  consultationId: number,
): PlanRows {
  const idOf = idsFrom(consultationId * 10_000)
  const rows: PlanRows = {
    themes: [],
    measures: [],
    clauses: [],
    targets: [],
    reviewSections: [],
    baselines: [],
    measureReviews: [],
    measureBaselines: [],
  }
  for (const { number, title, measures } of agenda.themes) {
    const key = `${number}`
    const themeId = idOf(key)
    rows.themes.push({
      id: themeId,
      consultationId,
      key,
      number,
      title,
      ...shortTitles(overlay.themes[key], title),
    })
    for (const measure of measures) {
      const measureKey = `${key}.${measure.number}`
      const measureId = idOf(measureKey)
      rows.measures.push({
        id: measureId,
        consultationId,
        themeId,
        key: measureKey,
        number: measure.number,
        title: measure.title,
        ...shortTitles(overlay.measures[measureKey], measure.title),
      })
      for (const clause of measure.clauses) {
        const clauseKey = `${measureKey}.${clause.number}`
        const clauseId = idOf(clauseKey)
        rows.clauses.push({
          id: clauseId,
          measureId,
          key: clauseKey,
          number: clause.number,
          text: clause.text,
        })
        clause.targets.forEach(({ start, end, min, max, ...target }, index) => {
          const targetKey = `${clauseKey}.${index + 1}`
          rows.targets.push({
            id: idOf(targetKey),
            clauseId,
            key: targetKey,
            number: index + 1,
            startOffset: start,
            endOffset: end,
            minimum: min,
            maximum: max,
            ...target,
          })
        })
      }
    }
  }
  for (const section of review.sections) {
    const reviewSectionId = idOf(`section ${section.number}`)
    rows.reviewSections.push({
      id: reviewSectionId,
      consultationId,
      number: section.number,
      title: section.title,
      text: section.text,
    })
    section.baselines.forEach(({ start, end, ...baseline }, index) => {
      rows.baselines.push({
        id: idOf(`baseline ${section.number}.${index}`),
        reviewSectionId,
        number: index + 1,
        startOffset: start,
        endOffset: end,
        ...baseline,
      })
    })
  }
  for (const { measure, section } of links.sections)
    rows.measureReviews.push({ measureId: idOf(measure), reviewSectionId: idOf(`section ${section}`) })
  for (const { measure, section, baseline, clause, target } of links.baselines)
    rows.measureBaselines.push({
      measureId: idOf(measure),
      baselineId: idOf(`baseline ${section}.${baseline}`),
      targetId: clause === null || target === null ? null : idOf(`${measure}.${clause}.${target + 1}`),
    })
  return rows
}

function idsFrom(base: number): (key: string) => number {
  const ids = new Map<string, number>()
  return (key) => {
    const id = ids.get(key) ?? base + ids.size + 1
    ids.set(key, id)
    return id
  }
}

function shortTitles(names: { zh: string; en: string } | undefined, title: string) {
  return { shortTitle: names?.zh ?? title, shortTitleEn: names?.en ?? title }
}
