import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Disposition, ParticipantKind } from '../../contract/words'
import { flag, moment } from '../columns'

/** The formal handling of a comment, opened by a trigger when the comment is accepted. */
export const cases = sqliteTable('cases', {
  commentId: integer().primaryKey(),
  measureId: integer().notNull(),
  participantKind: text().$type<ParticipantKind>().notNull(),
  /** False once the comment is no longer accepted. Kept by triggers on `comments`. */
  isAdmissible: flag().notNull().default(true),
  unitId: integer(),
  assigneeId: text(),
  dueAt: moment(),
  /** The one in force, the latest of `dispositions`; null and 0 where the present text has none. */
  disposition: text().$type<Disposition>(),
  dispositionVersion: integer().notNull().default(0),
  responseId: integer(),
  /** When the response was first made public for this comment; from then on it stays beside it. */
  answeredAt: moment(),
  openedAt: moment().notNull(),
  /** How often unit, assignee or due day were changed: whoever changes them says which state they saw. */
  assignmentVersion: integer().notNull().default(0),
  /** The text that disposition and response are about; the trigger takes both away when a later one is accepted. */
  commentRevision: integer().notNull().default(1),
  /** Its similar group; less than zero and its own where it is in none. With what follows, kept by triggers on `comments`. */
  similarKey: integer(),
  isPublished: flag().notNull().default(false),
})

/** Admissible comments, kept by triggers on `cases`; disposition is empty where there is none yet. */
export const caseCounts = sqliteTable(
  'case_counts',
  {
    measureId: integer().notNull(),
    participantKind: text().$type<ParticipantKind>().notNull(),
    disposition: text().$type<Disposition | ''>().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.measureId, table.participantKind, table.disposition] })],
)

/**
 * Admissible comments that are alike: of one similar group, on one measure, disposed of alike, and all published or all
 * private. Kept by triggers on `cases`; disposition is empty where there is none yet.
 */
export const adoptionRows = sqliteTable('adoption_rows', {
  firstCommentId: integer().primaryKey(),
  measureId: integer().notNull(),
  similarKey: integer().notNull(),
  disposition: text().$type<Disposition | ''>().notNull(),
  isPublished: flag().notNull(),
  commentCount: integer().notNull(),
})

/** What each unit has yet to dispose of, kept by triggers on `cases`; 0 is without a unit. */
export const caseUnitCounts = sqliteTable(
  'case_unit_counts',
  { consultationId: integer().notNull(), unitId: integer().notNull(), undisposed: integer().notNull() },
  (table) => [primaryKey({ columns: [table.consultationId, table.unitId] })],
)

export const dispositionRecords = sqliteTable(
  'dispositions',
  {
    commentId: integer().notNull(),
    version: integer().notNull(),
    /** The text of the comment that it was made on. */
    commentRevision: integer().notNull(),
    disposition: text().$type<Disposition>().notNull(),
    reason: text().notNull(),
    /** Who it was passed on to, outside the department. */
    passedTo: text(),
    standardTextId: integer(),
    standardTextVersion: integer(),
    disposedBy: text().notNull(),
    disposedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.version] })],
)

/** The clauses that changed because of a comment. */
export const dispositionChanges = sqliteTable(
  'disposition_changes',
  {
    commentId: integer().notNull(),
    version: integer().notNull(),
    clauseChangeId: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.version, table.clauseChangeId] })],
)

export const staffNotes = sqliteTable('staff_notes', {
  id: integer().primaryKey(),
  measureId: integer().notNull(),
  /** Null where the note is on the measure. */
  commentId: integer(),
  text: text().notNull(),
  writtenBy: text().notNull(),
  writtenAt: moment().notNull(),
})

export const noteMentions = sqliteTable(
  'note_mentions',
  { noteId: integer().notNull(), userId: text().notNull(), readAt: moment() },
  (table) => [primaryKey({ columns: [table.noteId, table.userId] })],
)

/** A mail a day to whoever has cases due. */
export const caseReminders = sqliteTable(
  'case_reminders',
  {
    userId: text().notNull(),
    day: text().notNull(),
    dueCount: integer().notNull(),
    overdueCount: integer().notNull(),
    nextAttemptAt: moment().notNull(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    sentAt: moment(),
    givenUpAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day] })],
)
