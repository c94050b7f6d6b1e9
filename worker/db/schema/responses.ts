import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ResponseAct, ResponseState } from '../../contract/words'
import { flag, moment } from '../columns'

export const standardTexts = sqliteTable('standard_texts', {
  id: integer().primaryKey(),
  version: integer().notNull().default(1),
  isActive: flag().notNull().default(true),
})

export const standardTextVersions = sqliteTable(
  'standard_text_versions',
  {
    standardTextId: integer().notNull(),
    version: integer().notNull(),
    title: text().notNull(),
    text: text().notNull(),
    wordedBy: text().notNull(),
    wordedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.standardTextId, table.version] })],
)

/** Answers are made public together, as a set. */
export const responseReleases = sqliteTable('response_releases', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  note: text().notNull().default(''),
  responseCount: integer().notNull(),
  releasedBy: text().notNull(),
  releasedAt: moment().notNull(),
})

/** The department's answer to a measure as a whole, or to the comments whose cases name it. */
export const responses = sqliteTable('responses', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  measureId: integer().notNull(),
  unitId: integer(),
  isForMeasure: flag().notNull().default(false),
  state: text().$type<ResponseState>().notNull().default('draft'),
  version: integer().notNull().default(1),
  /** The version that readers see, while a newer one is in the making. */
  publishedVersion: integer(),
  /** How often the comments that it answers were changed: whoever confirms it says which of them they saw. */
  linkVersion: integer().notNull().default(0),
  createdBy: text().notNull(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
})

export const responseVersions = sqliteTable(
  'response_versions',
  {
    responseId: integer().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    standardTextId: integer(),
    standardTextVersion: integer(),
    writtenBy: text().notNull(),
    writtenAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.responseId, table.version] })],
)

export const responseSteps = sqliteTable('response_steps', {
  id: integer().primaryKey(),
  responseId: integer().notNull(),
  version: integer().notNull(),
  act: text().$type<ResponseAct>().notNull(),
  note: text(),
  releaseId: integer(),
  takenBy: text().notNull(),
  takenAt: moment().notNull(),
})
