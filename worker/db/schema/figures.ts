import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CommentState, Decision } from '../../contract/words'

/** Kept by triggers, by the month in Beijing in which it happened: 2021-03. */
export const receivedCounts = sqliteTable(
  'received_counts',
  { consultationId: integer().notNull(), month: text().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.consultationId, table.month] })],
)

export const decisionCounts = sqliteTable(
  'decision_counts',
  {
    consultationId: integer().notNull(),
    month: text().notNull(),
    decision: text().$type<Decision>().notNull(),
    reasonId: text().notNull(),
    fromState: text().$type<CommentState>().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.consultationId, table.month, table.decision, table.reasonId, table.fromState],
    }),
  ],
)

/** How many first decisions came after so many minutes from the arrival of the text. */
export const decisionWaits = sqliteTable(
  'decision_waits',
  {
    consultationId: integer().notNull(),
    month: text().notNull(),
    minutes: integer().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.month, table.minutes] })],
)

/** On a closing day: challenges asked for by a source, which stands here as a keyed hash, in a span of ten minutes. */
export const challengeCounts = sqliteTable(
  'challenge_counts',
  { source: text().notNull(), span: integer().notNull(), count: integer().notNull() },
  (table) => [primaryKey({ columns: [table.source, table.span] })],
)
