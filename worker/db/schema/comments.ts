import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel, CommentState, ContactKind, ParticipantKind, Stance } from '../../contract/words'
import { flag, moment } from '../columns'

export const comments = sqliteTable('comments', {
  id: integer().primaryKey(),
  publicId: text().notNull(),
  queryCodeHash: text().notNull(),
  consultationId: integer().notNull(),
  measureId: integer().notNull(),
  clauseId: integer(),
  parentId: integer(),
  rootId: integer(),
  depth: integer().notNull(),
  state: text().$type<CommentState>().notNull(),
  revision: integer().notNull(),
  body: text().notNull(),
  stance: text().$type<Stance>().notNull(),
  participantKind: text().$type<ParticipantKind>().notNull(),
  participantName: text(),
  isNamePublic: flag().notNull(),
  uscc: text(),
  isVerified: flag().notNull(),
  isPublishable: flag().notNull(),
  replyCount: integer().notNull(),
  createdAt: moment().notNull(),
  submittedAt: moment().notNull(),
  decidedAt: moment(),
  similarGroupId: integer(),
  /** To the text that its group began with: the share of 3-grams in common. */
  similarity: real(),
  /** The revision of the plan that it was made on. */
  planRevision: integer().notNull().default(1),
  /** The passage of the clause that it is on; null where it is on all of it. */
  quote: text(),
  /** The revision of the plan that took its place away: the clause was removed, or the passage is gone from it. */
  orphanedIn: integer(),
  channel: text().$type<Channel>().notNull().default('online'),
  /** When its author had its content deleted; what was said stands nowhere since. */
  erasedAt: moment(),
  /** The privacy notice in force when it was sent online. */
  noticeVersion: integer(),
  /** Public at once, and no moderator has decided on it yet. */
  isUnconfirmed: flag().notNull().default(false),
})

/** Superseded texts only; the current one is the comment's own. */
export const commentRevisions = sqliteTable(
  'comment_revisions',
  {
    commentId: integer().notNull(),
    revision: integer().notNull(),
    body: text().notNull(),
    stance: text().$type<Stance>().notNull(),
    submittedAt: moment().notNull(),
    /** What was said of targets; null where it was replaced before this was kept. */
    targets: text(),
    /** The clause that it was on. */
    clauseId: integer(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.revision] })],
)

/** Personal data, apart from the comment so that it can be deleted by itself. */
export const commentContacts = sqliteTable('comment_contacts', {
  commentId: integer().primaryKey(),
  kind: text().$type<ContactKind>().notNull(),
  value: text().notNull(),
})

/** Kept by triggers on `comments`; `clauseId` 0 is the measure as a whole. */
export const commentCounts = sqliteTable(
  'comment_counts',
  {
    measureId: integer().notNull(),
    clauseId: integer().notNull(),
    participantKind: text().$type<ParticipantKind>().notNull(),
    stance: text().$type<Stance>().notNull(),
    state: text().$type<CommentState>().notNull(),
    count: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.measureId, table.clauseId, table.participantKind, table.stance, table.state],
    }),
  ],
)

export const usedProofs = sqliteTable('used_proofs', {
  signature: text().primaryKey(),
  publicId: text().notNull(),
  expiresAt: moment().notNull(),
})

/** Nothing writes here any more, but for the version before while a deployment is under way. */
export const searchRemnants = sqliteTable('search_remnants', {
  commentId: integer().primaryKey(),
  leftAt: moment().notNull(),
})
