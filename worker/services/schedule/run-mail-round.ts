import type { ServiceContext } from '../../context'
import { deliverAccountMails } from '../account-mails/deliver-account-mails'
import { deliverReminders } from '../casework/deliver-reminders'
import { stageReminders } from '../casework/stage-reminders'
import { deliverFollowMails } from '../follows/deliver-follow-mails'
import { stageDigests } from '../follows/stage-digests'
import { deliverOutbox } from '../outbox/deliver-outbox'
import type { Mailer } from '../outbox/mailer'
import { stageResultMails } from '../outbox/stage-result-mails'
import { runSteps } from './run-steps'

/** Sends what is due, to authors and to colleagues. Mails about a result, and reminders, are staged only where mail is sent at all. */
export function runMailRound(
  ctx: ServiceContext,
  mailer: Mailer,
  options: { origin: string | null },
): Promise<void> {
  return runSteps(ctx, {
    'deliver account mails': () => deliverAccountMails(ctx, mailer, options),
    'stage result mails': () => stageResultMails(ctx),
    'deliver mail': () => deliverOutbox(ctx, mailer, options),
    'stage reminders': stageReminders,
    'deliver reminders': () => deliverReminders(ctx, mailer, options),
    'stage digests': stageDigests,
    'deliver follow mails': () => deliverFollowMails(ctx, mailer, options),
  })
}
