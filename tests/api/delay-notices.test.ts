import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DelayNoticesView, DelayNoticeView } from '../../worker/contract/delay-notices'
import type { ReceiptView } from '../../worker/contract/receipts'
import { deliverOutbox } from '../../worker/services/outbox/deliver-outbox'
import { bodyOf, errorOf } from '../support/answers'
import { hour } from '../support/clock'
import { decide, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
let as = ''

beforeAll(async () => {
  await makeReasons(app)
})
beforeEach(async () => {
  app.limits.reset()
  await makeConsultation(app)
  as = await signInAs(app, 'senior_moderator', '陈静')
})

const path = '/api/moderation/delay-notices'
const announce = (body: Record<string, unknown> = { until: '2099-03-26' }) => app.post(path, body, { as })
const look = async () => bodyOf<DelayNoticesView>(await app.get(path, { as }))
const receiptOf = async ({ publicId, queryCode }: TestComment) =>
  bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
const messages = () =>
  app.rows<{ public_id: string }>(sql`
    SELECT c.public_id FROM outbox_messages o JOIN comments c ON c.id = o.comment_id
    WHERE o.kind = 'delay' AND o.created_at = ${app.clock.now().getTime()} ORDER BY o.id`)

describe('a notice of delay', () => {
  it('can be counted first: who waits, and whom a mail would reach', async () => {
    await makeComment(app, { state: 'pending', contact: 'a@example.test' })
    await makeComment(app, { state: 'pending', contact: '13800138000' })
    await makeComment(app, { state: 'pending' })
    await makeComment(app, { state: 'published', contact: 'b@example.test' })
    const before = await countRows(app)
    expect(await look()).toEqual({ waiting: 3, withMail: 1, items: [] })
    expect(await countRows(app)).toEqual(before)
  })

  it('reaches in one act the receipts of all that wait, and by mail those with an address', async () => {
    const mailed = await makeComment(app, { state: 'pending', contact: 'a@example.test' })
    const silent = await makeComment(app, { state: 'pending' })
    const decided = await makeComment(app, { state: 'returned', contact: 'b@example.test' })
    app.clock.advance(hour)
    const sentAt = app.clock.now().toISOString()
    const answer = await announce({ until: '2099-03-26', zh: '系统升级，审核延后。' })
    expect(await bodyOf<DelayNoticeView>(answer)).toEqual({
      sentAt,
      promisedAt: '2099-03-26T16:00:00.000Z',
      zh: '系统升级，审核延后。',
      en: null,
      by: '陈静',
      waiting: 2,
      mails: 1,
    })
    expect(await messages()).toEqual([{ public_id: mailed.publicId }])
    for (const comment of [mailed, silent])
      expect((await receiptOf(comment)).delay).toEqual({
        sentAt,
        promisedAt: '2099-03-26T16:00:00.000Z',
        zh: '系统升级，审核延后。',
        en: null,
      })
    expect((await receiptOf(decided)).delay).toBeNull()
    expect((await look()).items).toHaveLength(1)
  })

  it('is told also to those whose comment waits for a second look', async () => {
    await app.db.run(sql`UPDATE consultations SET second_look = 'all' WHERE is_current = 1`)
    const comment = await makeComment(app, { state: 'pending', contact: 'a@example.test' })
    await decide(app, { publicId: comment.publicId, revision: 1, decision: 'reject', reason: 'off_topic' })
    expect(await app.rows(sql`SELECT kind FROM reviews ORDER BY id DESC LIMIT 1`)).toEqual([
      { kind: 'second' },
    ])
    expect(await bodyOf<DelayNoticeView>(await announce())).toMatchObject({ waiting: 1, mails: 1 })
  })

  it('is told also to those who are public at once and unread, and to those who appealed', async () => {
    const open = await makeComment(app, { state: 'published', contact: 'a@example.test' })
    await app.db.run(sql`UPDATE comments SET is_unconfirmed = 1 WHERE public_id = ${open.publicId}`)
    await app.db.run(sql`
      INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, opened_at)
      SELECT id, 'first', 1, measure_id, participant_kind, submitted_at FROM comments WHERE public_id = ${open.publicId}`)
    const refused = await makeComment(app, { state: 'pending', contact: 'b@example.test' })
    await decide(app, { publicId: refused.publicId, revision: 1, decision: 'reject', reason: 'off_topic' })
    expect((await look()).waiting).toBe(1)
    const { publicId, queryCode } = refused
    await app.post('/api/receipts/appeal', { publicId, queryCode, text: '请再看一遍，理由如下。' })
    expect(await look()).toMatchObject({ waiting: 2, withMail: 2 })
    app.clock.advance(hour)
    expect(await bodyOf<DelayNoticeView>(await announce())).toMatchObject({ waiting: 2, mails: 2 })
    expect((await messages()).map(({ public_id }) => public_id)).toEqual([open.publicId, refused.publicId])
    const sent: string[] = []
    await deliverOutbox(app.context(), { send: async ({ to }) => void sent.push(to) })
    expect(sent).toEqual(expect.arrayContaining(['a@example.test', 'b@example.test']))
    for (const each of [open, refused]) expect((await receiptOf(each)).delay).not.toBeNull()
  })

  it('is mailed to nobody whose comment was decided before the mail went out', async () => {
    const comment = await makeComment(app, { state: 'pending', contact: 'c@example.test' })
    await announce()
    const { publicId } = comment
    await decide(app, { publicId, revision: 1, decision: 'publish' })
    const told: string[] = []
    await deliverOutbox(app.context(), { send: async ({ key }) => void told.push(key) })
    expect(told.filter((key) => key.startsWith('delay.') && key.endsWith(publicId))).toEqual([])
    expect(
      await app.rows(
        sql`SELECT last_error FROM outbox_messages WHERE dedupe_key LIKE ${`delay.%${publicId}`}`,
      ),
    ).toEqual([{ last_error: 'news_outdated' }])
  })

  it('is not shown to those who came later, nor once it is decided', async () => {
    const early = await makeComment(app, { state: 'pending' })
    await announce()
    const late = await makeComment(app, { state: 'pending' })
    expect((await receiptOf(late)).delay).toBeNull()
    expect((await receiptOf(early)).delay).not.toBeNull()
    await decide(app, { publicId: early.publicId, revision: 1, decision: 'publish' })
    expect((await receiptOf(early)).delay).toBeNull()
  })

  it('is mailed to nobody twice for one day, and again for another', async () => {
    await makeComment(app, { state: 'pending', contact: 'a@example.test' })
    const mailsOf = async (until: string) => (await bodyOf<DelayNoticeView>(await announce({ until }))).mails
    expect(await mailsOf('2099-03-26')).toBe(1)
    const later = await makeComment(app, { state: 'pending', contact: 'b@example.test' })
    expect(await mailsOf('2099-03-26')).toBe(1)
    expect(await messages()).toEqual([{ public_id: later.publicId }])
    expect(await mailsOf('2099-03-27')).toBe(2)
  })

  it('is recorded with who sent it, without a word of it', async () => {
    await makeComment(app, { state: 'pending' })
    await announce({ until: '2099-03-26', zh: '系统升级，审核延后。' })
    const [row] = await app.rows<{ actor_kind: string; data: string }>(sql`
      SELECT actor_kind, data FROM audit_log WHERE action = 'delay.announced' ORDER BY id DESC LIMIT 1`)
    expect(row?.actor_kind).toBe('user')
    expect(JSON.parse(row?.data ?? '')).toEqual({
      notice: expect.stringMatching(/^[0-9a-f]{32}$/),
      until: '2099-03-26',
    })
  })

  it.each([
    [{ until: '2099-03-18' }, { until: '日期不能早于今天。' }],
    [{ until: '2099-02-30' }, { until: '日期应写作 2021-03-19 的形式。' }],
    [{}, { until: '请填写此项。' }],
    [{ until: '2099-03-26', zh: '字'.repeat(501) }, { zh: '内容超过了字数上限。' }],
  ])('is refused where it is incomplete, too late or too long (%#)', async (body, fields) => {
    app.clock.set('2099-03-19T01:12:05.000Z')
    const before = await countRows(app)
    const answer = await announce(body)
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).fields).toEqual(fields)
    expect(await countRows(app)).toEqual(before)
  })

  it('may name today', async () => {
    app.clock.set('2099-03-19T15:59:59.000Z')
    expect((await announce({ until: '2099-03-19' })).status).toBe(200)
  })

  it('is not a moderator’s to send', async () => {
    const before = await countRows(app)
    const moderator = await signInAs(app, 'moderator')
    const answer = await app.post(path, { until: '2099-03-26' }, { as: moderator })
    expect(answer.status).toBe(403)
    expect((await countRows(app)).delay_notices).toBe(before.delay_notices)
  })

  it('stays as it was sent', async () => {
    await announce()
    await expect(app.db.run(sql`UPDATE delay_notices SET zh = '别的话'`)).rejects.toThrow()
    await expect(app.db.run(sql`DELETE FROM delay_notices`)).rejects.toThrow()
  })
})
