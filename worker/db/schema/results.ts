import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ExportAudience, ExportState } from '../../contract/words'
import { moment } from '../columns'

/** What a consultation ended with, as it stood when it was published. */
export const results = sqliteTable('results', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  planRevision: integer().notNull(),
  /** JSON: the totals that were printed. */
  counts: text().notNull(),
  undisposedCount: integer().notNull(),
  /** Why it was published with comments undisposed of; printed with the result. */
  overrideReason: text(),
  /** JSON: what was in the way then, each with its number; printed with the reason. */
  overridden: text().notNull().default('[]'),
  publishedBy: text().notNull(),
  publishedAt: moment().notNull(),
})

/** Who took what away, and how it ended. */
export const exportRecords = sqliteTable('exports', {
  id: text().primaryKey(),
  kind: text().notNull(),
  audience: text().$type<ExportAudience>().notNull(),
  filters: text().notNull().default('{}'),
  snapshotAt: moment().notNull(),
  state: text().$type<ExportState>().notNull().default('running'),
  rowCount: integer().notNull().default(0),
  byteCount: integer().notNull().default(0),
  sha256: text(),
  /** Null where anybody may take it. */
  requestedBy: text(),
  requestedAt: moment().notNull(),
  /** When it was last known to be sent. */
  seenAt: moment().notNull(),
  endedAt: moment(),
})
