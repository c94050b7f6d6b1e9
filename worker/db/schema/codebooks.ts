import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SuggestionState } from '../../contract/words'
import { moment } from '../columns'

/** Versions of the codebook; at most one is a draft. */
export const codebooks = sqliteTable('codebooks', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  version: integer().notNull(),
  note: text().notNull().default(''),
  /** A draft's state, new with each change: a change made on another one is refused. */
  edit: text().notNull(),
  createdBy: text().notNull(),
  createdAt: moment().notNull(),
  publishedBy: text(),
  publishedAt: moment(),
})

/** A code keeps its id and key through all versions. */
export const codes = sqliteTable('codes', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  key: text().notNull(),
})

export const codebookEntries = sqliteTable(
  'codebook_entries',
  {
    codebookId: integer().notNull(),
    codeId: integer().notNull(),
    position: integer().notNull(),
    theme: text().notNull(),
    name: text().notNull(),
    definition: text().notNull(),
    example: text().notNull().default(''),
    included: text().notNull().default(''),
    excluded: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.codebookId, table.codeId] })],
)

/** A machine's proposal, made in a staff member's browser: what it was made with, so that it can be made again. */
export const suggestionRuns = sqliteTable('suggestion_runs', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  codebookId: integer().notNull(),
  seed: integer().notNull(),
  parameters: text().notNull(),
  /** JSON: the groups of comments it found, with their key phrases. */
  clusters: text().notNull(),
  commentCount: integer().notNull(),
  /** Null where it is of all measures. */
  measureId: integer(),
  madeBy: text().notNull(),
  madeAt: moment().notNull(),
  /** When its last suggestion had arrived; until then none of them counts. */
  completedAt: moment(),
})

export const tagSuggestions = sqliteTable('tag_suggestions', {
  id: integer().primaryKey(),
  runId: integer().notNull(),
  commentId: integer().notNull(),
  measureId: integer().notNull(),
  codeId: integer().notNull(),
  cluster: integer().notNull(),
  phrase: text().notNull(),
  score: real().notNull(),
  state: text().$type<SuggestionState>().notNull().default('open'),
  settledBy: text(),
  settledAt: moment(),
})

/** A code put on a comment, or on a passage of it: UTF-16 offsets in its text. It counts as long as the text is that revision. */
export const tags = sqliteTable('tags', {
  id: integer().primaryKey(),
  commentId: integer().notNull(),
  commentRevision: integer().notNull(),
  codeId: integer().notNull(),
  codebookId: integer().notNull(),
  startOffset: integer(),
  endOffset: integer(),
  suggestionId: integer(),
  taggedBy: text().notNull(),
  taggedAt: moment().notNull(),
  removedBy: text(),
  removedAt: moment(),
})

/** Accepted comments whose present text has no tag; kept by triggers on `cases` and `tags`. */
export const untaggedComments = sqliteTable('untagged_comments', {
  commentId: integer().primaryKey(),
  measureId: integer().notNull(),
})

/** Comments that two people code without seeing each other's codes. */
export const codingSamples = sqliteTable('coding_samples', {
  id: integer().primaryKey(),
  consultationId: integer().notNull(),
  codebookId: integer().notNull(),
  seed: integer().notNull(),
  size: integer().notNull(),
  /** Null where it is of all measures. */
  measureId: integer(),
  /** How many comments it was drawn from. */
  population: integer().notNull(),
  firstCoder: text().notNull(),
  secondCoder: text().notNull(),
  madeBy: text().notNull(),
  madeAt: moment().notNull(),
  closedBy: text(),
  closedAt: moment(),
})

export const codingSampleComments = sqliteTable(
  'coding_sample_comments',
  { sampleId: integer().notNull(), place: integer().notNull(), commentId: integer().notNull() },
  (table) => [primaryKey({ columns: [table.sampleId, table.place] })],
)

export const blindCodings = sqliteTable(
  'blind_codings',
  {
    sampleId: integer().notNull(),
    commentId: integer().notNull(),
    coderId: text().notNull(),
    /** JSON: ids of codes. */
    codes: text().notNull(),
    codedAt: moment().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sampleId, table.commentId, table.coderId] })],
)
