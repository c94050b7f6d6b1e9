import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import { type Mail, MailError, type Mailer } from '../outbox/mailer'
import { isMailable, nextAttemptAt } from '../outbox/rules'
import { deleteFollow } from './end-follow'
import { readFollowMail } from './read-follow-mail'

/** In one round so many mails, so many at once; for how long no other round may take them. */
const round = 40
const lanes = 5
const lease = 15 * 60_000
const day = 86_400_000

const isWaiting = sql.raw('sent_at IS NULL AND given_up_at IS NULL')

/** A mail that nobody else may send until then. */
interface Claim {
  id: number
  follow_id: number
  attempts: number
  created_at: number
  until: number
}

/**
 * Sends a round of the mails to followers that are due, once each however many rounds run at a time. A mail whose round broke
 * off goes out again under its old Message-ID. An address that its own server takes nothing for is followed no more. Without
 * an origin for its links a mail waits.
 */
export async function deliverFollowMails(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<void> {
  const claims = await claimDue(ctx)
  if (!origin) return
  const untried = [...claims]
  let outage: Date | null = null
  const work = async () => {
    while (!outage) {
      const claim = untried.shift()
      if (!claim) return
      outage = (await deliver(ctx, mailer, claim, origin)) ?? outage
    }
  }
  await Promise.all(Array.from({ length: lanes }, work))
  if (outage) await postpone(ctx, claims, outage)
}

async function claimDue({ db, now }: ServiceContext): Promise<Claim[]> {
  const until = now.getTime() + lease
  const rows = await db.all<Omit<Claim, 'until'>>(sql`
    UPDATE follow_mails SET next_attempt_at = ${until} WHERE id IN (
      SELECT id FROM follow_mails INDEXED BY follow_mails_waiting
      WHERE ${isWaiting} AND next_attempt_at <= ${now.getTime()} ORDER BY next_attempt_at, id LIMIT ${round})
    RETURNING id, follow_id, attempts, created_at`)
  return rows.map((row) => ({ ...row, until }))
}

/** Until when to leave the server alone, if it takes nothing from us. */
async function deliver(
  ctx: ServiceContext,
  mailer: Mailer,
  claim: Claim,
  origin: string,
): Promise<Date | null> {
  const now = ctx.now.getTime()
  const attempts = claim.attempts + 1
  const giveUp = (why: string) =>
    settle(ctx, claim, sql`given_up_at = ${now}, last_error = ${why}, attempts = ${attempts}`)
  const mail = await readFollowMail(ctx, claim.id, origin)
  if (!mail) await giveUp('nothing_left')
  else if (!isMailable(mail.to)) await deleteFollow(ctx, sql`(${claim.follow_id})`)
  else {
    const failure = await send(mailer, mail)
    const next = nextAttemptAt(ctx, attempts)
    const isOld = now - claim.created_at >= limits.deferredMailDays * day
    if (!failure) await settle(ctx, claim, sql`sent_at = ${now}, attempts = ${attempts}`)
    else if (failure.trouble === 'refused') await deleteFollow(ctx, sql`(${claim.follow_id})`)
    else if (failure.trouble === 'deferred' && isOld) await giveUp(failure.message)
    else {
      await settle(ctx, claim, sql`last_error = ${failure.message}, attempts = ${attempts}`)
      if (failure.trouble === 'unreachable') return next
      await settle(ctx, claim, sql`next_attempt_at = ${next.getTime()}`)
    }
  }
  return null
}

async function send(mailer: Mailer, mail: Mail): Promise<MailError | null> {
  try {
    await mailer.send(mail)
    return null
  } catch (error) {
    return error instanceof MailError ? error : new MailError('deferred', (error as Error).name)
  }
}

/** Only who holds the lease may say what became of a mail. */
async function settle({ db }: ServiceContext, { id, until }: Claim, change: SQL): Promise<void> {
  await db.run(sql`
    UPDATE follow_mails SET ${change} WHERE id = ${id} AND next_attempt_at = ${until} AND ${isWaiting}`)
}

async function postpone({ db }: ServiceContext, claims: Claim[], end: Date): Promise<void> {
  await db.run(sql`
    UPDATE follow_mails SET next_attempt_at = ${end.getTime()}
    WHERE ${isWaiting} AND next_attempt_at = ${claims[0]?.until ?? 0}
      AND id IN (SELECT value FROM json_each(${JSON.stringify(claims.map(({ id }) => id))}))`)
}
