import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Stance, SubmissionState, SubmissionStep } from '../../contract/words'
import { moment } from '../columns'

/** What an enterprise sends as one: one for each consultation. */
export const submissions = sqliteTable('submissions', {
  id: text().primaryKey(),
  publicId: text().notNull(),
  enterpriseId: text().notNull(),
  consultationId: integer().notNull(),
  state: text().$type<SubmissionState>().notNull().default('drafting'),
  /** Counts its steps: whoever takes one says which they saw. */
  version: integer().notNull().default(1),
  /** The last step, with the note that it was given. */
  step: text().$type<SubmissionStep>(),
  note: text(),
  stepBy: text(),
  stepAt: moment(),
  createdAt: moment().notNull(),
})

/** What is drafted on a measure or one of its clauses; triggers refuse a change once approval was asked for. */
export const submissionEntries = sqliteTable('submission_entries', {
  id: text().primaryKey(),
  submissionId: text().notNull(),
  measureId: integer().notNull(),
  clauseId: integer(),
  stance: text().$type<Stance>().notNull(),
  body: text().notNull(),
  /** Answers to targets as the contract takes them, in JSON. */
  targets: text().notNull().default('[]'),
  planRevision: integer().notNull(),
  version: integer().notNull().default(1),
  updatedBy: text(),
  updatedAt: moment().notNull(),
  /** How the clause should read instead. */
  wording: text(),
  /** What will be public of its confidential annex. */
  annexSummary: text(),
})

/** What was sent, word for word; append-only. */
export const submissionVersions = sqliteTable(
  'submission_versions',
  {
    submissionId: text().notNull(),
    number: integer().notNull(),
    /** The canonical JSON of which `sha256` is the hash. */
    content: text().notNull(),
    sha256: text().notNull(),
    sentBy: text().notNull(),
    sentAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.submissionId, table.number] })],
)

/** The comments that versions made; one counts for each place until a later version replaces it. */
export const submissionComments = sqliteTable('submission_comments', {
  commentId: integer().primaryKey(),
  submissionId: text().notNull(),
  measureId: integer().notNull(),
  clauseId: integer(),
  /** The revision of the comment that was last sent. */
  sentRevision: integer().notNull(),
  firstVersion: integer().notNull(),
  replacedIn: integer(),
})
