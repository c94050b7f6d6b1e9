import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * How the clause of a comment should read instead, for each revision of the comment's text that suggests it; the clause, and the
 * revision of the plan that it is compared with, are the comment's own. Hidden words stand in `comment_originals`.
 */
export const wordings = sqliteTable(
  'wordings',
  {
    commentId: integer().notNull(),
    revision: integer().notNull(),
    text: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.revision] })],
)
