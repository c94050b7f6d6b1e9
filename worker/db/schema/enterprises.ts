import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type {
  ClaimState,
  ContactKind,
  EnterprisePart,
  EnterpriseSize,
  EnterpriseState,
  JoinState,
  OrganisationKind,
  Ownership,
  VerificationMeans,
} from '../../contract/words'
import { moment } from '../columns'

/** An organisation with accounts: one for each 统一社会信用代码. */
export const enterprises = sqliteTable('enterprises', {
  id: text().primaryKey(),
  uscc: text().notNull(),
  name: text().notNull(),
  kind: text().$type<OrganisationKind>().notNull(),
  size: text().$type<EnterpriseSize>(),
  ownership: text().$type<Ownership>(),
  /** A section of GB/T 4754: C. */
  industry: text(),
  /** A city by GB/T 2260: 4401. */
  city: text(),
  state: text().$type<EnterpriseState>().notNull().default('unverified'),
  stateAt: moment().notNull(),
  version: integer().notNull().default(1),
  createdAt: moment().notNull(),
  /** When all who belonged to it without proof were put out, the last time. */
  handedOverAt: moment(),
})

/** Personal data, apart from the enterprise. */
export const enterpriseContacts = sqliteTable('enterprise_contacts', {
  enterpriseId: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<ContactKind>().notNull(),
  value: text().notNull(),
  /** The privacy notice in force when it was given. */
  noticeVersion: integer(),
})

/** Who belongs to which; nobody belongs to two. */
export const enterpriseMembers = sqliteTable('enterprise_members', {
  userId: text().primaryKey(),
  enterpriseId: text().notNull(),
  part: text().$type<EnterprisePart>().notNull(),
  joinedAt: moment().notNull(),
})

/** A link for a colleague; a row while it is open. */
export const enterpriseInvitations = sqliteTable('enterprise_invitations', {
  id: text().primaryKey(),
  enterpriseId: text().notNull(),
  part: text().$type<EnterprisePart>().notNull(),
  /** Where it is mailed to; null where it is only handed over. */
  email: text(),
  tokenHash: text().notNull(),
  invitedBy: text().notNull(),
  invitedAt: moment().notNull(),
  expiresAt: moment().notNull(),
})

export const joinRequests = sqliteTable('join_requests', {
  id: text().primaryKey(),
  enterpriseId: text().notNull(),
  userId: text().notNull(),
  state: text().$type<JoinState>().notNull().default('waiting'),
  askedAt: moment().notNull(),
  settledAt: moment(),
  settledBy: text(),
})

/** Somebody says that others hold their organisation's code; staff decide by a document. */
export const enterpriseClaims = sqliteTable('enterprise_claims', {
  id: text().primaryKey(),
  enterpriseId: text().notNull(),
  userId: text().notNull(),
  note: text().notNull(),
  attachmentId: text(),
  state: text().$type<ClaimState>().notNull().default('waiting'),
  reason: text(),
  askedAt: moment().notNull(),
  decidedAt: moment(),
  decidedBy: text(),
})

/** How an enterprise came to be verified or not; append-only. */
export const verificationSteps = sqliteTable(
  'verification_steps',
  {
    enterpriseId: text().notNull(),
    number: integer().notNull(),
    fromState: text().$type<EnterpriseState>().notNull(),
    toState: text().$type<EnterpriseState>().notNull(),
    means: text().$type<VerificationMeans>().notNull(),
    /** The document that was named: kind and number. */
    document: text(),
    note: text(),
    actorId: text(),
    takenAt: moment().notNull(),
    /** The document as a file, as long as it is kept. */
    attachmentId: text(),
  },
  (table) => [primaryKey({ columns: [table.enterpriseId, table.number] })],
)
