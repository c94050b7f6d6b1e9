import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { MailError, type Mailer } from '../outbox/mailer'
import { isMailable, nextAttemptAt } from '../outbox/rules'
import { composeAccountMail } from './compose-mail'
import { readAccountMail } from './read-mail'

/** In one round so many mails; for how long no other round may take them. */
const round = 20
const lease = 15 * 60_000

const isWaiting = sql.raw('sent_at IS NULL AND given_up_at IS NULL')

interface Claim {
  id: number
  attempts: number
}

/** Sends what is due to participants, once each however many rounds run at a time. */
export async function deliverAccountMails(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<void> {
  const { db, now } = ctx
  const until = now.getTime() + lease
  const claims = await db.all<Claim>(sql`
    UPDATE account_mails SET next_attempt_at = ${until} WHERE id IN (
      SELECT id FROM account_mails INDEXED BY account_mails_waiting
      WHERE ${isWaiting} AND next_attempt_at <= ${now.getTime()} ORDER BY next_attempt_at, id LIMIT ${round})
    RETURNING id, attempts`)
  for (const [i, claim] of claims.entries()) {
    const outage = await deliver(ctx, mailer, claim, until, origin)
    if (!outage) continue
    for (const each of claims.slice(i))
      await settle(ctx, each, until, sql`next_attempt_at = ${outage.getTime()}`)
    return
  }
}

/** Until when to leave the server alone, if it takes nothing from us. */
async function deliver(
  ctx: ServiceContext,
  mailer: Mailer,
  claim: Claim,
  until: number,
  origin: string | null,
): Promise<Date | null> {
  const attempts = claim.attempts + 1
  const now = ctx.now.getTime()
  const giveUp = (why: string) =>
    settle(ctx, claim, until, sql`given_up_at = ${now}, last_error = ${why}, attempts = ${attempts}`)
  const found = await readAccountMail(ctx, claim.id)
  const mail = found && composeAccountMail(found, origin)
  if (!found || !mail) await giveUp('nothing_to_tell')
  else if (!isMailable(found.to)) await giveUp('address_unusable')
  else {
    const failure = await send(mailer, { key: found.key, to: found.to, ...mail })
    const next = nextAttemptAt(ctx, attempts)
    if (!failure) await settle(ctx, claim, until, sql`sent_at = ${now}, attempts = ${attempts}`)
    else if (failure.trouble === 'refused') await giveUp(failure.message)
    else if (failure.trouble === 'unreachable') {
      await settle(ctx, claim, until, sql`last_error = ${failure.message}, attempts = ${attempts}`)
      return next
    } else
      await settle(
        ctx,
        claim,
        until,
        sql`last_error = ${failure.message}, attempts = ${attempts}, next_attempt_at = ${next.getTime()}`,
      )
  }
  return null
}

async function send(mailer: Mailer, mail: Parameters<Mailer['send']>[0]): Promise<MailError | null> {
  try {
    await mailer.send(mail)
    return null
  } catch (error) {
    return error instanceof MailError ? error : new MailError('deferred', (error as Error).name)
  }
}

/** Only who holds the lease may say what became of a mail. */
async function settle({ db }: ServiceContext, { id }: Claim, until: number, change: SQL): Promise<void> {
  await db.run(
    sql`UPDATE account_mails SET ${change} WHERE id = ${id} AND next_attempt_at = ${until} AND ${isWaiting}`,
  )
}
