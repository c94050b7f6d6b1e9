import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Decision, DeskEventKind, ParticipantKind, ReviewKind } from '../../contract/words'
import { flag, moment } from '../columns'

/** Work that waits for a moderator: a row while it is open. Triggers on `comments` open and close the first readings. */
export const reviews = sqliteTable('reviews', {
  id: integer().primaryKey(),
  commentId: integer().notNull(),
  kind: text().$type<ReviewKind>().notNull(),
  revision: integer().notNull(),
  measureId: integer().notNull(),
  participantKind: text().$type<ParticipantKind>().notNull(),
  groupId: integer(),
  /** Stands for its group in the list: the first that still waits. Kept by triggers. */
  isFront: flag().notNull().default(true),
  openedAt: moment().notNull(),
  heldBy: text(),
  heldUntil: moment(),
  passedTo: text(),
  passedBy: text(),
  passNote: text(),
})

/** The signals of what waits, in the order of the queue. Kept by a trigger on `comment_signals`. */
export const reviewSignals = sqliteTable(
  'review_signals',
  {
    signal: text().notNull(),
    openedAt: moment().notNull(),
    reviewId: integer().notNull(),
    consultationId: integer(),
  },
  (table) => [primaryKey({ columns: [table.signal, table.openedAt, table.reviewId] })],
)

/** Who may not take a review, for they have dealt with the comment before. */
export const reviewExclusions = sqliteTable(
  'review_exclusions',
  { reviewId: integer().notNull(), userId: text().notNull() },
  (table) => [primaryKey({ columns: [table.reviewId, table.userId] })],
)

/** Kept by triggers on `reviews` and `review_signals`. */
export const reviewCounts = sqliteTable(
  'review_counts',
  {
    consultationId: integer().notNull(),
    dimension: text().notNull(),
    value: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.dimension, table.value] })],
)

/** What one moderator thought where a second is asked: of a rejection before it takes effect, of a sample after. */
export const reviewOpinions = sqliteTable('review_opinions', {
  id: text().primaryKey(),
  commentId: integer().notNull(),
  revision: integer().notNull(),
  reviewKind: text().$type<Exclude<ReviewKind, 'appeal'>>().notNull(),
  decision: text().$type<Decision>().notNull(),
  reasonId: text().notNull(),
  reasonVersion: integer().notNull(),
  note: text(),
  internalNote: text(),
  redactions: text().notNull().default('[]'),
  batchId: text(),
  givenBy: text().notNull(),
  givenAt: moment().notNull(),
})

export const agreementCounts = sqliteTable(
  'agreement_counts',
  {
    reviewKind: text().$type<'second' | 'recheck'>().notNull(),
    reasonId: text().notNull(),
    compared: integer().notNull(),
    agreed: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewKind, table.reasonId] })],
)

export const deskPresences = sqliteTable('desk_presences', {
  userId: text().primaryKey(),
  seenAt: moment().notNull(),
  isOnDuty: flag().notNull().default(false),
})

/** What open workbenches are told, written by triggers; older ones are deleted. */
export const deskEvents = sqliteTable('desk_events', {
  seq: integer().primaryKey(),
  kind: text().$type<DeskEventKind>().notNull(),
  reviewId: integer(),
  publicId: text().notNull(),
  userId: text(),
  until: moment(),
})
