import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { StampRefusal, StampState } from '../../contract/words'
import { moment } from '../columns'

/** The stamped paper of a comment's text or of a version of a response, as it was uploaded and decided on. */
export const stampedScans = sqliteTable('stamped_scans', {
  id: integer().primaryKey(),
  attachmentId: text().notNull().unique(),
  /** Of a comment's text; of a response's, {@link stampedScans.submissionId}. */
  commentId: integer(),
  submissionId: text(),
  /** Of the comment; the version of a response. */
  revision: integer().notNull(),
  /** Of the text that its form was printed of. */
  textSha256: text().notNull(),
  state: text().$type<StampState>().notNull(),
  refusal: text().$type<StampRefusal>(),
  note: text(),
  decidedBy: text(),
  decidedAt: moment(),
})
