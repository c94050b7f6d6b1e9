import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SecondLook } from '../../contract/words'
import { flag, moment } from '../columns'

export const consultations = sqliteTable('consultations', {
  id: integer().primaryKey(),
  key: text().notNull(),
  code: text().notNull(),
  title: text().notNull(),
  titleEn: text().notNull(),
  authority: text().notNull(),
  authorityEn: text().notNull(),
  reviewHeading: text().notNull(),
  reviewPreamble: text({ mode: 'json' }).$type<string[]>().notNull(),
  agendaHeading: text().notNull(),
  agendaPreamble: text({ mode: 'json' }).$type<string[]>().notNull(),
  opensAt: moment().notNull(),
  closesAt: moment().notNull(),
  isCurrent: flag().notNull(),
  createdAt: moment().notNull(),
  /** Working days within which a decision is promised. */
  reviewDays: integer().notNull().default(2),
  secondLook: text().$type<SecondLook>().notNull().default('all'),
  secondLookPercent: integer().notNull().default(20),
  recheckPercent: integer().notNull().default(3),
  /** Which revision of the plan is published: 1 is the text that went out for opinions. */
  planRevision: integer().notNull().default(1),
  /** When its result was published. Kept by a trigger on `results`. */
  resultAt: moment(),
})
