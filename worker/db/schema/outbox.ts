import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MailKind } from '../../contract/words'
import { moment } from '../columns'

/** What is to be sent by mail: ids only, the words and the address are read when it goes out. */
export const outboxMessages = sqliteTable('outbox_messages', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().$type<MailKind>().notNull(),
  commentId: integer().notNull(),
  /** The decision, the notice or the consultation whose result it tells of. */
  subjectId: text().notNull(),
  dedupeKey: text().notNull(),
  createdAt: moment().notNull(),
  /** Whoever sends it pushes this ahead first: a message that was not finished falls due again. */
  nextAttemptAt: moment().notNull(),
  attempts: integer().notNull().default(0),
  lastError: text(),
  sentAt: moment(),
  givenUpAt: moment(),
  /** When its recipient's server first put it off. */
  deferredAt: moment(),
})

/** How far the authors of a consultation are told that its result is public: those of the comments up to an id. */
export const resultMailings = sqliteTable('result_mailings', {
  consultationId: integer().primaryKey(),
  afterId: integer().notNull().default(0),
  openedAt: moment().notNull(),
  doneAt: moment(),
})

/** What the authors of waiting comments were told of a delay; without words of its own, in those of the locales. */
export const delayNotices = sqliteTable('delay_notices', {
  id: text().primaryKey(),
  consultationId: integer().notNull(),
  /** By when everything that waited is to be decided. */
  promisedAt: moment().notNull(),
  zh: text(),
  en: text(),
  sentBy: text().notNull(),
  sentAt: moment().notNull(),
  waitingCount: integer().notNull(),
  mailCount: integer().notNull(),
})
