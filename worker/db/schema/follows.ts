import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FollowFrequency, FollowSubjectKind, Language, NewsKind } from '../../contract/words'
import { moment } from '../columns'

/** What became public, in the order in which it did: kept by triggers. What is no longer public leaves no row. */
export const news = sqliteTable('news', {
  id: integer().primaryKey({ autoIncrement: true }),
  consultationId: integer().notNull(),
  /** Null of a result alone. */
  measureId: integer(),
  kind: text().$type<NewsKind>().notNull(),
  /** The comment, the step that published a version of an answer, the revision, the result. */
  subjectId: integer().notNull(),
  publishedAt: moment().notNull(),
})

/** Who is sent what becomes public: an address that was confirmed from its own mailbox. */
export const follows = sqliteTable('follows', {
  id: integer().primaryKey({ autoIncrement: true }),
  consultationId: integer().notNull(),
  email: text().notNull(),
  /** The open part of the token in its mails; the rest is a keyed hash of it, which no table holds. */
  handle: text().notNull(),
  language: text().$type<Language>().notNull(),
  frequency: text().$type<FollowFrequency>().notNull(),
  createdAt: moment().notNull(),
  /** When its link was last asked for, and how often within a day. */
  askedAt: moment(),
  askedCount: integer().notNull().default(0),
  confirmedAt: moment(),
  /** All news up to this one were put into mails, or do not concern it. */
  seenNewsId: integer().notNull().default(0),
  /** From when it is to be looked at again. */
  dueAt: moment().notNull().default(new Date(0)),
  /** The privacy notice in force when it was asked for. */
  noticeVersion: integer(),
})

export const followSubjects = sqliteTable(
  'follow_subjects',
  {
    followId: integer().notNull(),
    kind: text().$type<FollowSubjectKind>().notNull(),
    /** The theme or the measure; 0 where the kind says all. */
    subjectId: integer().notNull().default(0),
    createdAt: moment().notNull(),
    confirmedAt: moment(),
  },
  (table) => [primaryKey({ columns: [table.followId, table.kind, table.subjectId] })],
)

/** Mails to followers that wait or went out: ids only, the words are read when one goes out. */
export const followMails = sqliteTable('follow_mails', {
  id: integer().primaryKey({ autoIncrement: true }),
  followId: integer().notNull(),
  /** The link to confirm or change a follow, or a digest of news. */
  kind: text().$type<'link' | 'digest'>().notNull(),
  /** Its Message-ID: no two mails tell the same news. */
  mailKey: text().notNull(),
  /** A digest is of the news after the one and up to the other. */
  afterNewsId: integer().notNull().default(0),
  untilNewsId: integer().notNull().default(0),
  createdAt: moment().notNull(),
  nextAttemptAt: moment().notNull(),
  attempts: integer().notNull().default(0),
  lastError: text(),
  sentAt: moment(),
  givenUpAt: moment(),
})
