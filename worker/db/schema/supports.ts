import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ParticipantKind } from '../../contract/words'
import { moment } from '../columns'

/** Who says of a published comment: the same concern. Once each. */
export const supports = sqliteTable(
  'supports',
  {
    commentId: integer().notNull(),
    /** `enterprise:` and the id of a verified enterprise, else `user:` and the user's. */
    supporter: text().notNull(),
    kind: text().$type<ParticipantKind>().notNull(),
    userId: text().notNull(),
    supportedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.supporter] })],
)

/** Kept by triggers on `supports`. */
export const supportCounts = sqliteTable(
  'support_counts',
  {
    commentId: integer().notNull(),
    kind: text().$type<ParticipantKind>().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.kind] })],
)
