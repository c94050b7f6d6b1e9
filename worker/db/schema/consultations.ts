import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DraftContent } from '../../contract/consultations'
import type { PlanLabels } from '../../contract/plan'
import type { ModerationRule, ParticipantRule, SecondLook } from '../../contract/words'
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
  /** Who may send opinions online. */
  participants: text().$type<ParticipantRule>().notNull().default('everybody'),
  hasReplies: flag().notNull().default(true),
  /** Printed where the period is shorter than usual. */
  shortPeriodReason: text(),
  /** Why the closing day was last put off. Kept by a trigger on `consultation_extensions`. */
  extensionReason: text(),
  /** Months after closing for which contacts are kept. */
  contactMonths: integer().notNull().default(12),
  /** Whether comments are public before a moderator read them. */
  moderation: text().$type<ModerationRule>().notNull().default('before'),
  /** `shortPeriodReason` for English pages; null where none was given. */
  shortPeriodReasonEn: text(),
  /** How its document numbers themes and measures, by their keys; empty where they are （一） and 一是. */
  labels: text({ mode: 'json' }).$type<PlanLabels>().notNull().default({}),
})

/** Each time that a closing day was put off; what was said of it stays printed. */
export const consultationExtensions = sqliteTable(
  'consultation_extensions',
  {
    consultationId: integer().notNull(),
    number: integer().notNull(),
    closedAt: moment().notNull(),
    closesAt: moment().notNull(),
    reason: text().notNull(),
    extendedBy: text().notNull(),
    extendedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.number] })],
)

/** A consultation that is being prepared: nothing of it is in any other table. */
export const consultationDrafts = sqliteTable('consultation_drafts', {
  key: text().primaryKey(),
  version: integer().notNull().default(1),
  content: text({ mode: 'json' }).$type<DraftContent>().notNull(),
  createdBy: text().notNull(),
  createdAt: moment().notNull(),
  changedBy: text().notNull(),
  changedAt: moment().notNull(),
})
