import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from '../columns'

/** What only named staff may read of a comment, with what is public of it and the key that its file is encrypted with. */
export const annexes = sqliteTable('annexes', {
  attachmentId: text().primaryKey(),
  /** Null until it is sent, as the summary is. */
  commentId: integer().unique(),
  summary: text(),
  /** Under a key that follows from APP_SECRET; in hexadecimal. */
  wrappedKey: text().notNull(),
})

export const annexReaders = sqliteTable(
  'annex_readers',
  {
    consultationId: integer().notNull(),
    userId: text().notNull(),
    namedBy: text().notNull(),
    namedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.userId] })],
)

/** Append-only. */
export const annexOpenings = sqliteTable('annex_openings', {
  id: integer().primaryKey(),
  commentId: integer().notNull(),
  userId: text().notNull(),
  /** Of which unit they were then. */
  unitId: integer(),
  purpose: text().notNull(),
  openedAt: moment().notNull(),
})
