import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BaselinePeriod, TargetBound } from '../../contract/words'

export const themes = sqliteTable('themes', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  key: text().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  shortTitle: text().notNull(),
  shortTitleEn: text().notNull(),
})

export const measures = sqliteTable('measures', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  themeId: integer().notNull(),
  key: text().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  shortTitle: text().notNull(),
  shortTitleEn: text().notNull(),
})

export const clauses = sqliteTable('clauses', {
  id: integer().primaryKey(),
  measureId: integer().notNull(),
  key: text().notNull(),
  number: integer().notNull(),
  /** As introduced; what became of it stands in `clauseChanges`. */
  text: text().notNull(),
  /** The revision of the plan that first had it. */
  introducedIn: integer().notNull().default(1),
})

export const targets = sqliteTable('targets', {
  id: integer().primaryKey(),
  clauseId: integer().notNull(),
  key: text().notNull(),
  number: integer().notNull(),
  quote: text().notNull(),
  startOffset: integer().notNull(),
  endOffset: integer().notNull(),
  bound: text().$type<TargetBound>().notNull(),
  minimum: real().notNull(),
  maximum: real(),
  unit: text().notNull(),
  indicator: text().notNull(),
})

export const reviewSections = sqliteTable('review_sections', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  number: integer().notNull(),
  title: text().notNull(),
  text: text().notNull(),
})

export const baselines = sqliteTable('baselines', {
  id: integer().primaryKey(),
  reviewSectionId: integer().notNull(),
  number: integer().notNull(),
  quote: text().notNull(),
  startOffset: integer().notNull(),
  endOffset: integer().notNull(),
  value: real().notNull(),
  unit: text().notNull(),
  period: text().$type<BaselinePeriod>().notNull(),
  indicator: text().notNull(),
})

export const measureReviews = sqliteTable(
  'measure_reviews',
  {
    measureId: integer().notNull(),
    reviewSectionId: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.reviewSectionId] })],
)

export const measureBaselines = sqliteTable(
  'measure_baselines',
  {
    measureId: integer().notNull(),
    baselineId: integer().notNull(),
    targetId: integer(),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.baselineId] })],
)
