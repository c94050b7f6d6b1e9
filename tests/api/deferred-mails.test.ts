import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../worker/contract/limits'
import type { Deadlines, UndeliveredMails } from '../../worker/contract/settings'
import { deliverOutbox } from '../../worker/services/outbox/deliver-outbox'
import { createSmtpMailer } from '../../worker/services/outbox/smtp-mailer'
import { bodyOf } from '../support/answers'
import { day, hour } from '../support/clock'
import { type MailServer, startMailServer } from '../support/mail-server'
import { copyComment, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const address = 'author@example.test'
let server: MailServer
let senior = ''

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date('2199-12-31T16:00:00.000Z') })
  await makeReasons(app)
  server = await startMailServer()
  return () => server.stop()
})
afterEach(async () => {
  server.refusals.clear()
  await app.db.run(sql`DELETE FROM outbox_messages`)
  await app.db.run(sql`DELETE FROM comment_contacts`)
})

const mailer = () =>
  createSmtpMailer({ url: `smtp://127.0.0.1:${server.port}`, from: '言路 <noreply@yanlu.test>' })
const look = async () => {
  senior = await signInAs(app, 'senior_moderator')
  return (await bodyOf<Deadlines>(await app.get('/api/moderation/deadlines', { as: senior }))).undelivered
}
const stored = async () => {
  const [row] = await app.rows<Record<'attempts' | 'deferred_at' | 'given_up_at', number | null>>(
    sql`SELECT attempts, deferred_at, given_up_at FROM outbox_messages`,
  )
  return row
}
/** Tries twice a day, for at most so long; answers how long it went on. */
async function tryFor(most: number): Promise<number> {
  const began = app.clock.now().getTime()
  for (;;) {
    const next = await deliverOutbox(app.context(), mailer())
    if (!next || next.getTime() - began > most) return app.clock.now().getTime() - began
    app.clock.set(new Date(next.getTime() + 11 * hour))
  }
}

describe('a mail that the recipient’s server puts off', () => {
  it('is tried for five days and then given up, and shown as undelivered', async () => {
    server.refusals.set(address, '451 4.7.1 come back later')
    const { publicId } = await makeComment(app, { state: 'returned', contact: address })
    const lasted = await tryFor(30 * day)
    expect(lasted).toBeGreaterThanOrEqual(limits.deferredMailDays * day)
    expect(lasted).toBeLessThan(limits.deferredMailDays * day + 12 * hour)
    expect(await look()).toMatchObject({ count: 1, items: [{ publicId, trouble: 'put_off' }] })
    expect(server.received).toEqual([])
  })

  it('has five days again when somebody has it tried again', async () => {
    server.refusals.set(address, '451 4.7.1 come back later')
    await makeComment(app, { state: 'returned', contact: address })
    await tryFor(30 * day)
    const [{ id } = { id: 0 }] = (await look()).items
    await bodyOf<UndeliveredMails>(
      await app.post(`/api/moderation/undelivered-mails/${id}/retry`, {}, { as: senior }),
    )
    expect(await stored()).toMatchObject({ attempts: 0, deferred_at: null, given_up_at: null })
    await tryFor(2 * day)
    expect((await stored())?.given_up_at).toBeNull()
    server.refusals.clear()
    await tryFor(day)
    expect(server.received.map(({ recipients }) => recipients)).toEqual([[address]])
  })

  it('loses no days while the server could not be reached at all', async () => {
    await makeComment(app, { state: 'returned', contact: address })
    const { port } = server
    await server.stop()
    await tryFor(7 * day)
    expect(await stored()).toMatchObject({ deferred_at: null, given_up_at: null })
    server = await startMailServer({ port })
    server.refusals.set(address, '451 4.7.1 come back later')
    await tryFor(day)
    expect((await stored())?.given_up_at).toBeNull()
  })
})

describe('the count of what was not delivered', () => {
  it('ends one beyond what is counted, so that the desk can say “more than”', async () => {
    const { publicId } = await makeComment(app, { state: 'returned', contact: address })
    await copyComment(app, publicId, limits.undeliveredCounted + 1)
    await app.db.batch([
      app.db.run(sql`
        INSERT OR IGNORE INTO comment_contacts (comment_id, kind, value) SELECT id, 'email', 'a@b.test' FROM comments`),
      app.db.run(sql`
        INSERT INTO outbox_messages (kind, comment_id, subject_id, dedupe_key, created_at, next_attempt_at, given_up_at,
          last_error)
        SELECT 'delay', id, 'x', 'given-up.' || id, 0, 0, id, 'EENVELOPE RCPT TO 550' FROM comments`),
    ])
    expect((await look()).count).toBe(limits.undeliveredCounted + 1)
  })
})
