import type { ServiceContext } from '../../context'
import { deliverReminders } from '../casework/deliver-reminders'
import { stageReminders } from '../casework/stage-reminders'
import { deliverOutbox } from '../outbox/deliver-outbox'
import type { Mailer } from '../outbox/mailer'
import { runSteps } from './run-steps'

/** Sends what is due, to authors and to colleagues. Reminders are staged only where mail is sent at all. */
export function runMailRound(
  ctx: ServiceContext,
  mailer: Mailer,
  options: { origin: string | null },
): Promise<void> {
  return runSteps(ctx, {
    'deliver mail': () => deliverOutbox(ctx, mailer, options),
    'stage reminders': stageReminders,
    'deliver reminders': () => deliverReminders(ctx, mailer, options),
  })
}
