import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AccountMailKind, LinkPurpose, OfficeRole, Role } from '../../contract/words'
import { flag, moment } from '../columns'

export const users = sqliteTable('users', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull(),
  emailVerified: flag().notNull(),
  image: text(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
  hasSecondFactor: flag().notNull().default(false),
  disabledAt: moment(),
  signedInAt: moment(),
  /** Wrong passwords since the last sign-in. */
  failedSignIns: integer().notNull().default(0),
  role: text().$type<Role>().notNull(),
  /** The privacy notice that its owner was told of last. */
  noticeVersion: integer(),
  /** When its owner was told that an account that nobody uses is deleted. */
  unusedToldAt: moment(),
})

export const sessions = sqliteTable('sessions', {
  id: text().primaryKey(),
  userId: text().notNull(),
  token: text().notNull(),
  ipAddress: text(),
  userAgent: text(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
})

/** How a user proves to be who they are: a password hash, later a sign-on. */
export const credentials = sqliteTable('credentials', {
  id: text().primaryKey(),
  userId: text().notNull(),
  accountId: text().notNull(),
  providerId: text().notNull(),
  password: text(),
  accessToken: text(),
  refreshToken: text(),
  idToken: text(),
  accessTokenExpiresAt: moment(),
  refreshTokenExpiresAt: moment(),
  scope: text(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
})

export const verifications = sqliteTable('verifications', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: moment().notNull(),
  createdAt: moment().notNull(),
  updatedAt: moment().notNull(),
})

/** The second factor of a user: the secret and the backup codes are encrypted. */
export const twoFactors = sqliteTable('two_factors', {
  id: text().primaryKey(),
  userId: text().notNull(),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  isVerified: flag().notNull().default(false),
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: moment(),
  /** The last code that let its owner in: none does so twice. */
  usedCode: text(),
})

/**
 * A link that waits to be opened: it makes an account of this name and role, or gives the user a new password. A row
 * while it is open.
 */
export const invitations = sqliteTable('invitations', {
  id: text().primaryKey(),
  tokenHash: text().notNull(),
  userId: text(),
  email: text(),
  name: text(),
  role: text().$type<OfficeRole>(),
  invitedBy: text().notNull(),
  invitedAt: moment().notNull(),
  expiresAt: moment().notNull(),
})

/** A link that was mailed to a participant; a row while it is open. Its token follows from the id and the secret. */
export const accountLinks = sqliteTable('account_links', {
  id: text().primaryKey(),
  purpose: text().$type<LinkPurpose>().notNull(),
  tokenHash: text().notNull(),
  userId: text().notNull(),
  madeAt: moment().notNull(),
  expiresAt: moment().notNull(),
})

/** What is to be mailed to participants of their accounts: ids only, the words and the address are read when it goes out. */
export const accountMails = sqliteTable('account_mails', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().$type<AccountMailKind>().notNull(),
  /** Null where it goes to the address of an invitation. */
  userId: text(),
  subjectId: text().notNull(),
  dedupeKey: text().notNull(),
  createdAt: moment().notNull(),
  nextAttemptAt: moment().notNull(),
  attempts: integer().notNull().default(0),
  lastError: text(),
  sentAt: moment(),
  givenUpAt: moment(),
  /** Of an invitation: its address as a keyed hash. */
  addressHash: text(),
})
