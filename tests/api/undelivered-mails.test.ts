import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../worker/contract/limits'
import type { Deadlines, UndeliveredMails } from '../../worker/contract/settings'
import { sendDelayNotice } from '../../worker/services/notices/send-delay-notice'
import { deleteOldMessages } from '../../worker/services/outbox/delete-old-messages'
import { deliverOutbox } from '../../worker/services/outbox/deliver-outbox'
import type { Mail } from '../../worker/services/outbox/mailer'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { day } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeUndelivered } from '../support/make-mail'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let moderator = ''
let senior = ''

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date('2099-12-31T16:00:00.000Z') })
  await makeReasons(app)
  moderator = await signInAs(app, 'moderator')
  senior = await signInAs(app, 'senior_moderator')
})
beforeEach(async () => {
  await app.db.run(sql`DELETE FROM outbox_messages`)
})

const look = async () =>
  (await bodyOf<Deadlines>(await app.get('/api/moderation/deadlines', { as: moderator }))).undelivered
const retry = (id: number) => app.post(`/api/moderation/undelivered-mails/${id}/retry`, {}, { as: senior })
const ids = async () =>
  (await app.rows<{ id: number }>(sql`SELECT id FROM outbox_messages ORDER BY id`)).map(({ id }) => id)

async function deliver(): Promise<Mail[]> {
  const sent: Mail[] = []
  await deliverOutbox(app.context(), { send: async (mail) => void sent.push(mail) })
  return sent
}

describe('a mail that was given up', () => {
  it('is shown at the deadline desk by the number of its comment, and without its address', async () => {
    const { messageId, publicId } = await makeUndelivered(app)
    expect(await look()).toEqual({
      count: 1,
      items: [
        {
          id: messageId,
          kind: 'decision',
          publicId,
          givenUpAt: app.clock.now().toISOString(),
          trouble: 'refused',
        },
      ],
    })
    const unusable = await makeUndelivered(app, 'address_unusable')
    expect((await look()).items.find(({ id }) => id === unusable.messageId)?.trouble).toBe('address_unusable')
  })

  it('is not shown once the address it should go to is deleted', async () => {
    const { publicId } = await makeUndelivered(app)
    await app.db.run(sql`
      DELETE FROM comment_contacts WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId})`)
    expect(await look()).toEqual({ count: 0, items: [] })
  })

  it('goes out once when it is tried again, under the same id, and that is recorded', async () => {
    const { messageId, publicId } = await makeUndelivered(app)
    expect(await deliver()).toEqual([])
    expect(await bodyOf<UndeliveredMails>(await retry(messageId))).toEqual({ count: 0, items: [] })
    const [{ key: before } = { key: '' }] = await app.rows<{ key: string }>(
      sql`SELECT dedupe_key AS key FROM outbox_messages WHERE id = ${messageId}`,
    )
    expect((await deliver()).map(({ key }) => key)).toEqual([before])
    expect(await deliver()).toEqual([])
    expect(await auditOf(app, publicId, 'mail.retried')).toHaveLength(1)
  })

  it('cannot be tried again twice, nor what was sent, nor what waits', async () => {
    const { messageId } = await makeUndelivered(app)
    const answers = await Promise.all([retry(messageId), retry(messageId), retry(messageId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404])
    await deliver()
    const before = await countRows(app)
    expect((await errorOf(await retry(messageId))).code).toBe('not_found')
    expect(await countRows(app)).toEqual(before)
    await expect(
      app.db.run(sql`UPDATE outbox_messages SET sent_at = NULL WHERE id = ${messageId}`),
    ).rejects.toThrow()
  })
})

describe('what was sent', () => {
  it('is forgotten after thirty days, and what waits or was given up is not', async () => {
    await makeComment(app, { state: 'returned', contact: 'sent@example.test' })
    await deliver()
    const sentAt = app.clock.now().getTime()
    const { messageId: givenUp } = await makeUndelivered(app)
    await makeComment(app, { state: 'returned', contact: 'waits@example.test' })
    const all = await ids()
    app.clock.set(new Date(sentAt + limits.sentMailDays * day))
    await deleteOldMessages(app.context())
    expect(await ids()).toEqual(all)
    app.clock.advance(1)
    await deleteOldMessages(app.context())
    expect(await ids()).toEqual(all.slice(1))
    expect(await ids()).toContain(givenUp)
  })

  it('of a delay is kept until the day that it named is over: nobody is told the same day twice', async () => {
    const { actor } = await makeUser(app, 'senior_moderator')
    await makeComment(app, { state: 'pending', contact: 'delay@example.test' })
    const until = new Date(app.clock.now().getTime() + 60 * day).toISOString().slice(0, 10)
    await sendDelayNotice(app.context(actor), { until })
    await deliver()
    app.clock.advance((limits.sentMailDays + 1) * day)
    await deleteOldMessages(app.context())
    expect((await sendDelayNotice(app.context(actor), { until })).mails).toBe(0)
    app.clock.advance(60 * day)
    await deleteOldMessages(app.context())
    expect(await ids()).toEqual([])
  })

  it('and was given up is forgotten with its address', async () => {
    const [kept, gone] = [await makeUndelivered(app), await makeUndelivered(app)]
    await app.db.run(sql`
      DELETE FROM comment_contacts WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${gone.publicId})`)
    await deleteOldMessages(app.context())
    expect(await ids()).toEqual([kept.messageId])
  })
})
