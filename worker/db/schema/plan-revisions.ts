import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClauseChangeKind } from '../../contract/words'
import { moment } from '../columns'

/** Revisions of the plan from the second on; at most one is a draft. The first is the clauses as they were introduced. */
export const planRevisions = sqliteTable('plan_revisions', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  number: integer().notNull(),
  note: text().notNull().default(''),
  createdBy: text().notNull(),
  createdAt: moment().notNull(),
  publishedBy: text(),
  publishedAt: moment(),
})

/** What a revision does to a clause; `text` is how it reads then, null where it is removed. */
export const clauseChanges = sqliteTable('clause_changes', {
  id: integer().primaryKey(),
  planRevisionId: integer().notNull(),
  clauseId: integer().notNull(),
  kind: text().$type<ClauseChangeKind>().notNull(),
  text: text(),
  reason: text().notNull().default(''),
  changedBy: text().notNull(),
  changedAt: moment().notNull(),
})
