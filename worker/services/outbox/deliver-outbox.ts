import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { composeMail, type News } from './compose-mail'
import { MailError, type Mailer } from './mailer'
import { readNews } from './read-news'
import { isMailable, isPutOffTooLong, nextAttemptAt, outdated, putOff } from './rules'

/** In one round so many messages, so many at once; for how long no other round may take them. */
const round = 40
const lanes = 5
const lease = 15 * 60_000

const isWaiting = sql`sent_at IS NULL AND given_up_at IS NULL`

/** A message that nobody else may send until then. */
interface Claim {
  id: number
  attempts: number
  /** When its recipient's server first put it off. */
  deferredAt: Date | null
  until: number
}

/**
 * Sends a round of what is due, once each however many rounds run at a time; answers when the next falls due. While the
 * server takes nothing, everything waits; what it puts off for one recipient is given up after
 * `limits.deferredMailDays`. A message whose round broke off falls due again when its lease is over: had the server taken
 * it in already, both copies have one Message-ID.
 */
export async function deliverOutbox(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<Date | null> {
  const claims = await claimDue(ctx)
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
  return nextDue(ctx)
}

async function claimDue({ db, now }: ServiceContext): Promise<Claim[]> {
  const until = now.getTime() + lease
  const rows = await db.all<{ id: number; attempts: number; deferred_at: number | null }>(sql`
    UPDATE outbox_messages SET next_attempt_at = ${until} WHERE id IN (
      SELECT id FROM outbox_messages INDEXED BY outbox_messages_waiting
      WHERE ${isWaiting} AND next_attempt_at <= ${now.getTime()} ORDER BY next_attempt_at, id LIMIT ${round})
    RETURNING id, attempts, deferred_at`)
  return rows.map(({ id, attempts, deferred_at }) => ({
    id,
    attempts,
    deferredAt: deferred_at === null ? null : new Date(deferred_at),
    until,
  }))
}

/** Until when to leave the server alone, if it takes nothing from us. */
async function deliver(
  ctx: ServiceContext,
  mailer: Mailer,
  claim: Claim,
  origin: string | null,
): Promise<Date | null> {
  const attempts = claim.attempts + 1
  const giveUp = (why: string) =>
    settle(ctx, claim, sql`given_up_at = ${ctx.now.getTime()}, last_error = ${why}, attempts = ${attempts}`)
  const found = await readNews(ctx, claim.id)
  if (!found) await giveUp('contact_deleted')
  else if (!isMailable(found.to)) await giveUp('address_unusable')
  else if (!found.news) await giveUp(outdated)
  else {
    const failure = await send(mailer, { ...found, news: found.news }, origin)
    const next = nextAttemptAt(ctx, attempts)
    if (!failure) await settle(ctx, claim, sql`sent_at = ${ctx.now.getTime()}, attempts = ${attempts}`)
    else if (failure.trouble === 'refused') await giveUp(failure.message)
    else if (failure.trouble === 'unreachable') {
      await settle(ctx, claim, sql`last_error = ${failure.message}, attempts = ${attempts}`)
      return next
    } else if (isPutOffTooLong(ctx, claim.deferredAt)) await giveUp(`${putOff} ${failure.message}`)
    else
      await settle(
        ctx,
        claim,
        sql`last_error = ${failure.message}, attempts = ${attempts}, next_attempt_at = ${next.getTime()},
          deferred_at = coalesce(deferred_at, ${ctx.now.getTime()})`,
      )
  }
  return null
}

async function send(
  mailer: Mailer,
  { to, key, news }: { to: string; key: string; news: News },
  origin: string | null,
): Promise<MailError | null> {
  try {
    const lookup = origin && `${origin}/receipts?id=${news.publicId}`
    await mailer.send({ key, to, ...composeMail(news, lookup) })
    return null
  } catch (error) {
    return error instanceof MailError ? error : new MailError('deferred', (error as Error).name)
  }
}

/** Only who holds the lease may say what became of a message. */
async function settle({ db }: ServiceContext, { id, until }: Claim, change: SQL): Promise<void> {
  await db.run(sql`
    UPDATE outbox_messages SET ${change} WHERE id = ${id} AND next_attempt_at = ${until} AND ${isWaiting}`)
}

/** What is not sent yet and what is due besides waits for the server together: the oldest asks for it again. */
async function postpone({ db, now }: ServiceContext, claims: Claim[], end: Date): Promise<void> {
  const ids = sql.join(
    claims.map(({ id }) => sql`${id}`),
    sql`, `,
  )
  await db.run(sql`
    UPDATE outbox_messages SET next_attempt_at = ${end.getTime()}
    WHERE ${isWaiting} AND (next_attempt_at <= ${now.getTime()}
      OR (next_attempt_at = ${claims[0]?.until ?? 0} AND id IN (${ids})))`)
}

async function nextDue({ db }: ServiceContext): Promise<Date | null> {
  const [row] = await db.all<{ at: number | null }>(sql`
    SELECT min(next_attempt_at) AS at FROM outbox_messages INDEXED BY outbox_messages_waiting WHERE ${isWaiting}`)
  return typeof row?.at === 'number' ? new Date(row.at) : null
}
