import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { MailError, type Mailer } from '../outbox/mailer'
import { isMailable, nextAttemptAt } from '../outbox/rules'
import { composeReminder } from './compose-reminder'
import { readReminder } from './read-reminder'

/** In one round so many mails; for how long no other round may take them. */
const round = 20
const lease = 15 * 60_000

const isWaiting = sql.raw('sent_at IS NULL AND given_up_at IS NULL')

interface Claim {
  user_id: string
  day: string
  attempts: number
}

/**
 * Sends the reminders of today that wait, once each however many rounds run at a time. What could not be sent on its day is given up:
 * there is another on the next. A mail whose round broke off goes out again under its old Message-ID.
 */
export async function deliverReminders(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<void> {
  const { db, now } = ctx
  const today = beijingTimestamp(now).slice(0, 10)
  const until = now.getTime() + lease
  const [, claims] = await db.batch([
    db.run(sql`
      UPDATE case_reminders SET given_up_at = ${now.getTime()}, last_error = 'day_over'
      WHERE ${isWaiting} AND day < ${today} AND next_attempt_at <= ${now.getTime()}`),
    db.all<Claim>(sql`
      UPDATE case_reminders SET next_attempt_at = ${until} WHERE (user_id, day) IN (
        SELECT user_id, day FROM case_reminders INDEXED BY case_reminders_waiting
        WHERE ${isWaiting} AND next_attempt_at <= ${now.getTime()} ORDER BY next_attempt_at LIMIT ${round})
      RETURNING user_id, day, attempts`),
  ])
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
  const found = await readReminder(ctx, claim.user_id)
  if (!found) await giveUp('nothing_due')
  else if (!isMailable(found.to)) await giveUp('address_unusable')
  else {
    const mail = composeReminder(found.news, origin)
    const key = `reminder.${claim.day}.${claim.user_id}`
    const failure = await send(mailer, { key, to: found.to, ...mail })
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
async function settle({ db }: ServiceContext, claim: Claim, until: number, change: SQL): Promise<void> {
  await db.run(sql`
    UPDATE case_reminders SET ${change}
    WHERE user_id = ${claim.user_id} AND day = ${claim.day} AND next_attempt_at = ${until} AND ${isWaiting}`)
}
