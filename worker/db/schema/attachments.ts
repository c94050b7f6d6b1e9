import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { moment } from '../columns'

/** What lies in the bucket with a comment; without one it was uploaded and is not sent yet. */
export const attachments = sqliteTable('attachments', {
  id: text().primaryKey(),
  commentId: integer(),
  purpose: text().$type<'evidence' | 'annex' | 'stamped' | 'verification'>().notNull(),
  fileName: text().notNull(),
  mediaType: text().notNull(),
  size: integer().notNull(),
  sha256: text().notNull(),
  storageKey: text().notNull().unique(),
  uploadedAt: moment().notNull(),
  uploadedBy: text(),
  /** Whom it is to prove; of a document for verification alone. */
  enterpriseId: text(),
  /** Which entry of a response it is drafted with. */
  entryId: text(),
  /** Which response it is the stamped paper of. */
  submissionId: text(),
})

/** What one source, as a keyed hash, uploaded on one day. */
export const uploadCounts = sqliteTable(
  'upload_counts',
  {
    source: text().notNull(),
    day: integer().notNull(),
    files: integer().notNull(),
    bytes: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.source, table.day] })],
)

/** What may lie in the bucket without a row: noted before it is put there, and by a trigger when its row goes. */
export const strayFiles = sqliteTable('stray_files', {
  storageKey: text().primaryKey(),
  leftAt: moment().notNull(),
})
