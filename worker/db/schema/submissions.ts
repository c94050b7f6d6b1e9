import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Channel, CommentState, EnterpriseSize, TargetOpinion } from '../../contract/words'
import { moment } from '../columns'

/** Kept by triggers on `comments`. */
export const channelCounts = sqliteTable(
  'channel_counts',
  {
    consultationId: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    state: text().$type<CommentState>().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.consultationId, table.channel, table.state] })],
)

export const offlineImports = sqliteTable('offline_imports', {
  id: text().primaryKey(),
  fileName: text().notNull(),
  sha256: text().notNull(),
  rowCount: integer().notNull(),
  importedBy: text().notNull(),
  importedAt: moment().notNull(),
})

/** How a comment that staff entered reached the department. */
export const offlineRecords = sqliteTable('offline_records', {
  commentId: integer().primaryKey(),
  /** A day in Beijing: 2021-03-19. */
  receivedOn: text().notNull(),
  /** The number of the letter or the call. */
  reference: text(),
  importId: text(),
  /** In the imported file, as the spreadsheet counts. */
  importRow: integer(),
  /** Made by the desk for an entry by hand, so that one sent twice is taken down once. */
  entryKey: text(),
  enteredBy: text().notNull(),
  enteredAt: moment().notNull(),
})

export const targetOpinionRecords = sqliteTable(
  'target_opinions',
  {
    commentId: integer().notNull(),
    targetId: integer().notNull(),
    opinion: text().$type<TargetOpinion>().notNull(),
    /** The figure that the author suggests, in the target's unit. */
    value: real(),
    /** What it rests on, as its author says. */
    evidence: text(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.targetId] })],
)

/** Kept by triggers on `target_opinions` and `comments`. */
export const targetOpinionCounts = sqliteTable(
  'target_opinion_counts',
  {
    targetId: integer().notNull(),
    opinion: text().$type<TargetOpinion>().notNull(),
    state: text().$type<CommentState>().notNull(),
    count: integer().notNull(),
    /** What the public is shown of it; see {@link figureRenewals}. */
    publicCount: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.targetId, table.opinion, table.state] })],
)

/** The figures that authors suggest, each with how many do; kept by the same triggers. */
export const targetValueCounts = sqliteTable(
  'target_value_counts',
  {
    targetId: integer().notNull(),
    value: real().notNull(),
    state: text().$type<CommentState>().notNull(),
    count: integer().notNull(),
    /** What the public is shown of it; see {@link figureRenewals}. */
    publicCount: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.targetId, table.value, table.state] })],
)

/** What an organisation said of itself. */
export const participantProfiles = sqliteTable('participant_profiles', {
  commentId: integer().primaryKey(),
  size: text().$type<EnterpriseSize>(),
  /** A section of GB/T 4754: C. */
  industry: text(),
  /** A city by GB/T 2260: 4401. */
  city: text(),
})

/** By every two dimensions of which one is of the profile; kept by triggers on `participant_profiles` and `comments`. */
export const profileCounts = sqliteTable(
  'profile_counts',
  {
    dimension: text().$type<'size' | 'industry' | 'city'>().notNull(),
    beside: text().$type<'kind' | 'stance' | 'size' | 'industry' | 'city'>().notNull(),
    measureId: integer().notNull(),
    value: text().notNull(),
    besideValue: text().notNull(),
    state: text().$type<CommentState>().notNull(),
    count: integer().notNull(),
    /** What the public is shown of it; see {@link figureRenewals}. */
    publicCount: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [table.dimension, table.beside, table.measureId, table.value, table.besideValue, table.state],
    }),
  ],
)

/**
 * How many published opinions came or went since the public was last shown a dimension of a consultation's profiles, or a
 * target. At the fifth, and with the result, a trigger copies the counts: one comment alone never shows.
 */
export const figureRenewals = sqliteTable(
  'figure_renewals',
  {
    figure: text().$type<'size' | 'industry' | 'city' | 'target'>().notNull(),
    /** The consultation, or the target. */
    subjectId: integer().notNull(),
    pending: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.figure, table.subjectId] })],
)
