import type { ServiceContext } from '../../context'
import { deleteOldReminders } from '../casework/delete-old-reminders'
import { dropBrokenRuns } from '../coding/drop-broken-runs'
import { deleteOldMessages } from '../outbox/delete-old-messages'
import { deleteExpiredContacts } from '../receipts/delete-expired-contacts'
import { runSteps } from './run-steps'

/** Deletes what is kept no longer than the notices beside the forms promise. */
export function runDailyWork(ctx: ServiceContext): Promise<void> {
  return runSteps(ctx, {
    'delete expired contacts': deleteExpiredContacts,
    'delete old messages': deleteOldMessages,
    'delete old reminders': deleteOldReminders,
    'drop broken runs': dropBrokenRuns,
  })
}
