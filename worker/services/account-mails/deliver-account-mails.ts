import type { ServiceContext } from '../../context'
import { deliverDue } from '../outbox/deliver-due'
import type { Mailer } from '../outbox/mailer'
import { composeAccountMail } from './compose-mail'
import { readAccountMail } from './read-mail'

/** Sends a round of what participants are to be told of their accounts. */
export async function deliverAccountMails(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<void> {
  await deliverDue<{ id: number; attempts: number }>(ctx, mailer, {
    table: 'account_mails',
    key: ['id'],
    lanes: 1,
    async read({ id }) {
      const found = await readAccountMail(ctx, id)
      const mail = found && composeAccountMail(found, origin)
      return mail ? { key: found.key, to: found.to, ...mail } : 'nothing_to_tell'
    },
  })
}
