import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Decision } from '../../contract/words'
import { flag, moment } from '../columns'

export const reasons = sqliteTable('reasons', {
  id: text().primaryKey(),
  decision: text().$type<Decision>().notNull(),
  zh: text().notNull(),
  en: text().notNull(),
  mayResubmit: flag().notNull(),
  sort: integer().notNull(),
})

export const moderationDecisions = sqliteTable('moderation_decisions', {
  id: text().primaryKey(),
  commentId: integer().notNull(),
  revision: integer().notNull(),
  decision: text().$type<Decision>().notNull(),
  reasonId: text().notNull(),
  note: text(),
  decidedBy: text().notNull(),
  decidedAt: moment().notNull(),
})
