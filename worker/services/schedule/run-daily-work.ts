import type { ServiceContext } from '../../context'
import { deleteOldAccountMails } from '../account-mails/delete-old-account-mails'
import { deleteOldReminders } from '../casework/delete-old-reminders'
import { dropBrokenRuns } from '../coding/drop-broken-runs'
import { deleteOldFollows } from '../follows/delete-old-follows'
import { deleteOldMessages } from '../outbox/delete-old-messages'
import { deleteExpiredContacts } from '../receipts/delete-expired-contacts'
import { runSteps } from './run-steps'

/** Deletes what is kept no longer than the notices beside the forms promise. */
export function runDailyWork(ctx: ServiceContext): Promise<void> {
  return runSteps(ctx, {
    'delete expired contacts': deleteExpiredContacts,
    'delete old messages': deleteOldMessages,
    'delete old reminders': deleteOldReminders,
    'delete old account mails': deleteOldAccountMails,
    'delete old follows': deleteOldFollows,
    'drop broken runs': dropBrokenRuns,
  })
}
