import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { GateView } from '../../worker/contract/results'
import { deliverOutbox } from '../../worker/services/outbox/deliver-outbox'
import { createSmtpMailer } from '../../worker/services/outbox/smtp-mailer'
import { stageResultMails } from '../../worker/services/outbox/stage-result-mails'
import { nextDueAt } from '../../worker/services/schedule/next-due-at'
import { runMailRound } from '../../worker/services/schedule/run-mail-round'
import { bodyOf } from '../support/answers'
import { day } from '../support/clock'
import { type MailServer, startMailServer } from '../support/mail-server'
import { copyComment, decide, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { disposeRow } from '../support/make-revision'
import { makeUser, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let server: MailServer
let admin = ''

beforeAll(async () => {
  await makeReasons(app)
  server = await startMailServer()
  return () => server.stop()
})
beforeEach(async () => {
  await makeConsultation(app, { closesAt: new Date(app.clock.now().getTime() + day) })
  admin = await signInAs(app, 'admin')
  server.received.length = 0
  await app.db.run(sql`DELETE FROM outbox_messages`)
})

const mailer = () =>
  createSmtpMailer({ url: `smtp://127.0.0.1:${server.port}`, from: '言路 <noreply@yanlu.test>' })
const results = () =>
  app.rows<{ public_id: string }>(sql`
    SELECT c.public_id FROM outbox_messages o JOIN comments c ON c.id = o.comment_id
    WHERE o.kind = 'result' AND c.consultation_id = (SELECT id FROM consultations WHERE is_current = 1) ORDER BY c.id`)
const mailing = async () => {
  const [row] = await app.rows<{ done_at: number | null }>(sql`
    SELECT done_at FROM result_mailings WHERE consultation_id = (SELECT id FROM consultations WHERE is_current = 1)`)
  return row
}
/** Mails of before are no concern here. */
const forgetMails = () => app.db.run(sql`DELETE FROM outbox_messages WHERE kind <> 'result'`)

async function publish() {
  app.clock.advance(2 * day)
  await forgetMails()
  const { totals } = await bodyOf<GateView>(await app.get('/api/staff/gate', { as: admin }))
  const { admissible, undisposed } = totals
  const more = undisposed > 0 ? { overrideReason: '按期公布。' } : {}
  await bodyOf(await app.post('/api/staff/results', { admissible, undisposed, ...more }, { as: admin }))
}
async function disposed(contact: string | undefined, more: object = {}): Promise<TestComment> {
  const comment = await makeComment(app, { ...(contact && { contact }), ...more })
  await disposeRow(app, comment.publicId, 'not_adopted')
  return comment
}
const ids = (comments: TestComment[]) => comments.map(({ publicId }) => ({ public_id: publicId }))

describe('a published result', () => {
  it('is told to each author with an address whose comment was disposed of, public or not, and to no other', async () => {
    const told = [await disposed('a@example.test'), await disposed('b@example.test', { state: 'private' })]
    await disposed('13800138000')
    await disposed(undefined)
    await makeComment(app, { contact: 'undisposed@example.test' })
    await makeComment(app, { state: 'rejected', contact: 'rejected@example.test' })
    await stageResultMails(app.context())
    expect(await results()).toEqual([])
    await publish()
    await stageResultMails(app.context())
    expect(await results()).toEqual(ids(told))
  })

  it('is told in both languages, with the way to the receipt and without its code or a word of the comment', async () => {
    const body = '一段不进邮件的意见。'
    const { publicId, queryCode } = await disposed('zhu@example.test', { body })
    await publish()
    await runMailRound(app.context(), mailer(), { origin: 'https://yanlu.test' })
    const [mail, ...others] = server.received
    expect(others).toEqual([])
    expect(mail?.recipients).toEqual(['zhu@example.test'])
    expect(mail?.subject).toBe(`意见 ${publicId}：采纳情况已公布 / Comment ${publicId}: outcome published`)
    for (const words of [
      '采纳情况：未采纳',
      'Outcome: not adopted',
      `https://yanlu.test/receipts?id=${publicId}`,
      '邮件中不含查询码',
    ])
      expect(mail?.text?.toLowerCase()).toContain(words.toLowerCase())
    for (const secret of [queryCode, queryCode.replaceAll('-', ''), body])
      expect(`${mail?.raw}${mail?.text}`).not.toContain(secret)
  })

  it('is told once, however many rounds stage and send it, part by part', async () => {
    const first = await disposed('first@example.test')
    await copyComment(app, first.publicId, 9)
    await app.db.batch([
      app.db.run(sql`
        INSERT OR IGNORE INTO comment_contacts (comment_id, kind, value)
        SELECT id, 'email', 'author-' || id || '@example.test' FROM comments
        WHERE consultation_id = (SELECT id FROM consultations WHERE is_current = 1)`),
    ])
    for (const { public_id } of await app.rows<{ public_id: string }>(sql`
      SELECT c.public_id FROM comments c JOIN cases k ON k.comment_id = c.id AND k.disposition IS NULL
      WHERE c.consultation_id = (SELECT id FROM consultations WHERE is_current = 1)`))
      await disposeRow(app, public_id, 'already_covered')
    await publish()
    const rounds = Array.from({ length: 4 }, () => stageResultMails(app.context(), { size: 3 }))
    await Promise.all(rounds)
    expect(await results()).toHaveLength(10)
    expect((await mailing())?.done_at).toBe(app.clock.now().getTime())
    await Promise.all([deliverOutbox(app.context(), mailer()), deliverOutbox(app.context(), mailer())])
    await deliverOutbox(app.context(), mailer())
    await stageResultMails(app.context())
    await deliverOutbox(app.context(), mailer())
    const recipients = server.received.flatMap((mail) => mail.recipients)
    expect(recipients).toHaveLength(10)
    expect(new Set(recipients).size).toBe(10)
  })

  it('goes on where an earlier round came to, and wakes the next one', async () => {
    for (const name of ['a', 'b', 'c']) await disposed(`${name}@example.test`)
    await publish()
    const due = () => nextDueAt(app.context(), { withMail: true })
    expect((await due())?.getTime()).toBeLessThanOrEqual(app.clock.now().getTime())
    await stageResultMails(app.context(), { size: 2 })
    expect(await results()).toHaveLength(3)
    await app.db.run(sql`DELETE FROM outbox_messages`)
    await stageResultMails(app.context())
    expect(await results()).toEqual([])
    expect(await due()).toBeNull()
    expect(await nextDueAt(app.context(), { withMail: false })).toBeNull()
  })

  it('tells nothing that no longer is: a comment that was rejected since', async () => {
    const comment = await disposed('late@example.test')
    await publish()
    await stageResultMails(app.context())
    const { actor } = await makeUser(app, 'senior_moderator')
    const rejection = {
      publicId: comment.publicId,
      revision: 1,
      decision: 'reject',
      reason: 'off_topic',
    } as const
    await decide(app, rejection, actor)
    await forgetMails()
    await deliverOutbox(app.context(), mailer())
    expect(server.received).toEqual([])
  })
})
