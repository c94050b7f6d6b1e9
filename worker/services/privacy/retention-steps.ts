import type { ServiceContext } from '../../context'
import type { DeletionKey } from '../../contract/privacy'
import { deleteOldAccountMails } from '../account-mails/delete-old-account-mails'
import { deleteOldReminders } from '../casework/delete-old-reminders'
import { sweepFiles } from '../files/sweep-files'
import { deleteOldFollows } from '../follows/delete-old-follows'
import { deleteOldMessages } from '../outbox/delete-old-messages'
import { deleteExpiredContacts } from '../receipts/delete-expired-contacts'
import {
  deleteEndedSessions,
  deleteLeftContacts,
  deleteOldDrafts,
  deleteOldOriginals,
  deleteOldRequests,
  deleteOldSources,
} from './delete-expired'
import { deleteUnusedAccounts } from './delete-unused-accounts'

type Deletes = (ctx: ServiceContext) => Promise<void>

/** What deletes under which key; a verb that has two keys stands at the first. Unsent uploads go every minute, not only here. */
export const retentionSteps = {
  contacts: deleteExpiredContacts,
  originals: deleteOldOriginals,
  uploads: sweepFiles,
  follows: deleteOldFollows,
  messages: deleteOldMessages,
  account_mails: deleteOldAccountMails,
  reminders: deleteOldReminders,
  sessions: deleteEndedSessions,
  sources: deleteOldSources,
  join_requests: deleteOldRequests,
  drafts: deleteOldDrafts,
  enterprise_contacts: deleteLeftContacts,
  unused_accounts: deleteUnusedAccounts,
} satisfies Partial<Record<DeletionKey, Deletes>>
