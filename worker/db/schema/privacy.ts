import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { NoticeContent } from '../../contract/privacy'
import { moment } from '../columns'

/** What people are told of their personal data, as it read from a moment on; append-only. */
export const privacyNotices = sqliteTable('privacy_notices', {
  version: integer().primaryKey(),
  effectiveAt: moment().notNull(),
  content: text({ mode: 'json' }).$type<NoticeContent>().notNull(),
  sha256: text().notNull(),
  changeZh: text().notNull(),
  changeEn: text().notNull(),
  /** Null where it came with the product. */
  publishedBy: text(),
})

/** How much was deleted because its time was over. */
export const retentionRuns = sqliteTable(
  'retention_runs',
  {
    key: text().notNull(),
    at: moment().notNull(),
    deleted: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.key, table.at] })],
)
