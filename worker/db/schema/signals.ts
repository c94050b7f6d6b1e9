import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { BannedWordCategory, SignalKind } from '../../contract/words'
import { moment } from '../columns'

/** What a text gives notice of, and where: UTF-16 offsets, or none where it is about the whole. */
export const commentSignals = sqliteTable('comment_signals', {
  id: integer().primaryKey(),
  commentId: integer().notNull(),
  revision: integer().notNull(),
  kind: text().$type<SignalKind>().notNull(),
  startOffset: integer(),
  endOffset: integer(),
  detail: text(),
})

/** 高度相似意见组: one for each distinct text, begun by the first comment that had it. */
export const similarGroups = sqliteTable('similar_groups', {
  id: integer().primaryKey(),
  textHash: text().notNull(),
  normalText: text().notNull(),
  /** Kept by triggers on `comments`. */
  memberCount: integer().notNull().default(0),
  createdAt: moment().notNull(),
})

/** MinHash bands of the groups' texts. */
export const similarBands = sqliteTable(
  'similar_bands',
  { band: integer().notNull(), hash: integer().notNull(), groupId: integer().notNull() },
  (table) => [primaryKey({ columns: [table.band, table.hash, table.groupId] })],
)

/** 提示词: what calls for a moderator's attention, kept by staff. */
export const bannedWords = sqliteTable('banned_words', {
  word: text().primaryKey(),
  category: text().$type<BannedWordCategory>().notNull(),
  addedBy: text(),
  addedAt: moment().notNull(),
})
