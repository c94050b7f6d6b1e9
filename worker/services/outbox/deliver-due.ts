import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { type Mail, MailError, type Mailer } from './mailer'
import { isMailable, nextAttemptAt, putOff } from './rules'

/** In one round so many mails; for how long no other round may take them. */
const round = 40
const lease = 15 * 60_000

export const isWaiting: SQL = sql.raw('sent_at IS NULL AND given_up_at IS NULL')

/** A table of mails that wait, with an index `<table>_waiting`. */
export interface MailQueue<Row extends { attempts: number }> {
  table: string
  /** The columns of its primary key. */
  key: readonly (keyof Row & string)[]
  /** How many go out at once. */
  lanes: number
  /** A mail as it is to go out now; or why there is none, for which it is given up; or null to leave it until its lease is over. */
  read: (row: Row) => Promise<Mail | string | null>
  /** What becomes of a mail whose address takes none, instead of being given up. */
  refuse?: (row: Row) => Promise<void>
  /** Whether a mail that is put off once more is given up. */
  isTooLong?: (row: Row) => boolean
  /** What else is set on a mail that is put off. */
  alsoPutOff?: SQL
}

/**
 * Sends a round of what is due, once each however many rounds run at a time. While the server takes nothing, everything waits. A mail
 * whose round broke off falls due again when its lease is over: had the server taken it in already, both copies have one Message-ID.
 */
export async function deliverDue<Row extends { attempts: number }>(
  ctx: ServiceContext,
  mailer: Mailer,
  queue: MailQueue<Row>,
): Promise<void> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const until = now + lease
  const table = sql.raw(queue.table)
  const key = sql.raw(queue.key.join(', '))
  const claims = await db.all<Row>(sql`
    UPDATE ${table} SET next_attempt_at = ${until} WHERE (${key}) IN (
      SELECT ${key} FROM ${table} INDEXED BY ${sql.raw(`${queue.table}_waiting`)}
      WHERE ${isWaiting} AND next_attempt_at <= ${now} ORDER BY next_attempt_at, ${key} LIMIT ${round})
    RETURNING *`)
  const untried = [...claims]
  let outage: Date | null = null

  /** Only who holds the lease may say what became of a mail. */
  const held = (rows: readonly Row[]): SQL => {
    const keys = rows.map((row) => queue.key.map((column) => row[column]))
    const parts = sql.raw(queue.key.map((_, i) => `value ->> ${i}`).join(', '))
    return sql`next_attempt_at = ${until} AND (${key}) IN (
      SELECT ${parts} FROM json_each(${JSON.stringify(keys)}))`
  }
  const settle = (row: Row, change: SQL) =>
    db.run(sql`
      UPDATE ${table} SET attempts = ${row.attempts + 1}, ${change} WHERE ${isWaiting} AND ${held([row])}`)
  const giveUp = (row: Row, why: string) => settle(row, sql`given_up_at = ${now}, last_error = ${why}`)

  /** Until when to leave the server alone, if it takes nothing from us. */
  async function deliver(row: Row): Promise<Date | null> {
    const refuse = (why: string) => (queue.refuse ? queue.refuse(row) : giveUp(row, why))
    const mail = await queue.read(row)
    if (mail === null) return null
    if (typeof mail === 'string') await giveUp(row, mail)
    else if (!isMailable(mail.to)) await refuse('address_unusable')
    else {
      const failure = await send(mailer, mail)
      const next = nextAttemptAt(ctx, row.attempts + 1)
      if (!failure) await settle(row, sql`sent_at = ${now}`)
      else if (failure.trouble === 'refused') await refuse(failure.message)
      else if (failure.trouble === 'unreachable') {
        await settle(row, sql`last_error = ${failure.message}`)
        return next
      } else if (queue.isTooLong?.(row)) await giveUp(row, `${putOff} ${failure.message}`)
      else
        await settle(
          row,
          sql`last_error = ${failure.message}, next_attempt_at = ${next.getTime()}${queue.alsoPutOff ?? sql``}`,
        )
    }
    return null
  }

  const work = async () => {
    while (!outage) {
      const row = untried.shift()
      if (!row) return
      outage = (await deliver(row)) ?? outage
    }
  }
  await Promise.all(Array.from({ length: queue.lanes }, work))
  // What is not sent yet and what is due besides waits for the server together: the oldest asks for it again.
  const end = outage as Date | null
  if (end)
    await db.run(sql`
      UPDATE ${table} SET next_attempt_at = ${end.getTime()}
      WHERE ${isWaiting} AND (next_attempt_at <= ${now} OR (${held(claims)}))`)
}

async function send(mailer: Mailer, mail: Mail): Promise<MailError | null> {
  try {
    await mailer.send(mail)
    return null
  } catch (error) {
    return error instanceof MailError ? error : new MailError('deferred', (error as Error).name)
  }
}
