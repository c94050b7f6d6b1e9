import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { CommentState, Decision, RedactionReason, ReviewKind } from '../../contract/words'
import { flag, moment } from '../columns'

export const reasons = sqliteTable('reasons', {
  id: text().primaryKey(),
  zh: text().notNull(),
  en: text().notNull(),
  mayResubmit: flag().notNull(),
  sort: integer().notNull(),
  decision: text().$type<Decision>().notNull(),
  version: integer().notNull().default(1),
  labelZh: text().notNull().default(''),
  labelEn: text().notNull().default(''),
  /** Rejections for it are not looked at a second time. */
  isSpam: flag().notNull().default(false),
  /** The public log names the comment but does not show its text. */
  isTextHidden: flag().notNull().default(true),
  isActive: flag().notNull().default(true),
})

/** Every wording a reason ever had; a decision names the version that its author read. */
export const reasonWordings = sqliteTable(
  'reason_wordings',
  {
    reasonId: text().notNull(),
    version: integer().notNull(),
    labelZh: text().notNull(),
    labelEn: text().notNull(),
    zh: text().notNull(),
    en: text().notNull(),
    wordedAt: moment().notNull(),
    wordedBy: text(),
  },
  (table) => [primaryKey({ columns: [table.reasonId, table.version] })],
)

/** What took effect. */
export const moderationDecisions = sqliteTable('moderation_decisions', {
  id: text().primaryKey(),
  commentId: integer().notNull(),
  revision: integer().notNull(),
  reasonId: text().notNull(),
  note: text(),
  decidedBy: text().notNull(),
  decidedAt: moment().notNull(),
  decision: text().$type<Decision>().notNull(),
  reasonVersion: integer().notNull().default(1),
  internalNote: text(),
  /** Null where a decided comment was decided anew. */
  reviewKind: text().$type<Exclude<ReviewKind, 'recheck'>>(),
  fromState: text().$type<CommentState>().notNull().default('pending'),
  stagedAt: moment(),
  waitedMinutes: integer(),
  batchId: text(),
})

/** What was decided and takes effect when its grace is over; its id becomes the decision's. */
export const stagedDecisions = sqliteTable('staged_decisions', {
  id: text().primaryKey(),
  commentId: integer().notNull(),
  reviewId: integer(),
  reviewKind: text().$type<Exclude<ReviewKind, 'recheck'>>(),
  revision: integer().notNull(),
  decision: text().$type<Decision>().notNull(),
  reasonId: text().notNull(),
  reasonVersion: integer().notNull(),
  note: text(),
  internalNote: text(),
  redactions: text().notNull().default('[]'),
  batchId: text(),
  stagedBy: text().notNull(),
  stagedAt: moment().notNull(),
  effectiveAt: moment().notNull(),
})

/** The text as it was sent, where the public reads it with passages hidden. */
export const commentOriginals = sqliteTable(
  'comment_originals',
  {
    commentId: integer().notNull(),
    revision: integer().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.revision] })],
)

/** Positions in the original, never the words. */
export const redactions = sqliteTable(
  'redactions',
  {
    decisionId: text().notNull(),
    number: integer().notNull(),
    commentId: integer().notNull(),
    revision: integer().notNull(),
    startOffset: integer().notNull(),
    endOffset: integer().notNull(),
    reason: text().$type<RedactionReason>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.decisionId, table.number] })],
)

export const appeals = sqliteTable('appeals', {
  commentId: integer().primaryKey(),
  decisionId: text().notNull(),
  text: text().notNull(),
  filedAt: moment().notNull(),
})
