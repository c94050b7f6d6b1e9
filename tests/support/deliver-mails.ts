import { deliverAccountMails } from '../../worker/services/account-mails/deliver-account-mails'
import type { Mail } from '../../worker/services/outbox/mailer'
import type { TestApp } from './test-app'

/** Delivers the mails to accounts that are due, and gives them back. */
export async function deliverMails(app: TestApp): Promise<Mail[]> {
  const mails: Mail[] = []
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  await deliverAccountMails(app.context(), mailer, { origin: 'https://yanlu.example' })
  return mails
}
