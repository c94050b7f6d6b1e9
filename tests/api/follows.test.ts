import { sql } from 'drizzle-orm'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FollowView } from '../../worker/contract/follows'
import { limits } from '../../worker/contract/limits'
import { deleteOldFollows } from '../../worker/services/follows/delete-old-follows'
import { bodyOf, errorOf } from '../support/answers'
import { day, minute } from '../support/clock'
import { makeConsultation } from '../support/make-consultation'
import { makeFollow, newFollow, tokenFor } from '../support/make-follow'
import { makeReasons } from '../support/make-reasons'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp({
  config: {
    mail: { url: 'smtp://127.0.0.1:1', from: 'noreply@yanlu.test' },
    publicOrigin: 'https://yanlu.test',
  },
})
const silent = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  await makeConsultation(silent)
})
afterEach(() => app.limits.reset())

const ask = (change: Parameters<typeof newFollow>[0] = {}) => app.post('/api/follows', newFollow(change))
const lookUp = async (token: string) => bodyOf<FollowView>(await app.post('/api/follows/lookup', { token }))
const followsOf = (email: string) =>
  app.rows<{ frequency: string; confirmed_at: number | null; asked_count: number; due_at: number }>(
    sql`SELECT frequency, confirmed_at, asked_count, due_at FROM follows WHERE email = ${email}`,
  )
const linksTo = (email: string) =>
  app.rows<{ id: number }>(sql`
    SELECT o.id FROM follow_mails o JOIN follows f ON f.id = o.follow_id WHERE f.email = ${email} AND o.kind = 'link'`)
const actsOf = async (token: string) =>
  (
    await app.rows<{ action: string }>(sql`
      SELECT a.action FROM audit_log a JOIN follows f ON a.subject_kind = 'follow' AND a.subject_id = f.id
      WHERE f.handle = ${token.slice(0, 32)} ORDER BY a.id`)
  ).map(({ action }) => action)

describe('asking to follow', () => {
  it('sends the address one link and nothing else before it is confirmed', async () => {
    const input = newFollow({ subjects: ['measure:1.1', 'theme:2'] })
    expect(await bodyOf(await app.post('/api/follows', input))).toEqual({ sent: true })
    expect(await linksTo(input.email)).toHaveLength(1)
    expect(await followsOf(input.email)).toMatchObject([{ confirmed_at: null, asked_count: 1 }])
    const view = await lookUp(await tokenFor(app, input.email))
    expect(view).toMatchObject({ isConfirmed: false, endsAt: null })
    expect(view.subjects.map(({ subject, isConfirmed }) => [subject, isConfirmed])).toEqual([
      ['measure:1.1', false],
      ['theme:2', false],
    ])
  })

  it('answers the same for an address that follows already, keeps its frequency and waits for its word', async () => {
    const email = 'again@example.test'
    const token = await makeFollow(app, { email, frequency: 'weekly' })
    app.clock.advance(limits.followLinkMinutes * minute)
    const answer = await ask({ email: 'Again@Example.test', frequency: 'at_once', subjects: ['measure:1.2'] })
    expect(await bodyOf(answer)).toEqual({ sent: true })
    const view = await lookUp(token)
    expect(view.frequency).toBe('weekly')
    expect(view.subjects).toEqual([
      expect.objectContaining({ subject: 'all', isConfirmed: true }),
      expect.objectContaining({ subject: 'measure:1.2', isConfirmed: false, title: expect.any(String) }),
    ])
    expect(await linksTo(email)).toHaveLength(2)
  })

  it('fills no mailbox: ten minutes apart, three a day', async () => {
    const email = 'flooded@example.test'
    await ask({ email })
    await ask({ email })
    expect(await linksTo(email)).toHaveLength(1)
    for (let round = 0; round < 5; round += 1) {
      app.clock.advance(limits.followLinkMinutes * minute)
      await ask({ email })
    }
    expect(await linksTo(email)).toHaveLength(limits.followLinksADay)
    app.clock.advance(day)
    await ask({ email })
    expect(await linksTo(email)).toHaveLength(limits.followLinksADay + 1)
  })

  it('fills no mailbox by way of several consultations either', async () => {
    const email = 'flooded-twice@example.test'
    const [usual] = await app.rows<{ key: string }>(sql`SELECT key FROM consultations WHERE is_current = 1`)
    for (let round = 0; round < limits.followLinksADay; round += 1) {
      await ask({ email })
      app.clock.advance(limits.followLinkMinutes * minute)
    }
    await makeConsultation(app)
    await ask({ email })
    expect(await linksTo(email)).toHaveLength(limits.followLinksADay)
    await app.db.batch([
      app.db.run(sql`UPDATE consultations SET is_current = 0 WHERE is_current = 1`),
      app.db.run(sql`UPDATE consultations SET is_current = 1 WHERE key = ${usual?.key}`),
    ])
  })

  it.each([
    ['no address', { email: '' }, 'email'],
    ['two addresses', { email: 'a@example.test,b@example.test' }, 'email'],
    ['a line break in the address', { email: 'a@example.test\r\nBcc: b@example.test' }, 'email'],
    ['a frequency that there is not', { frequency: 'hourly' as never }, 'frequency'],
    ['nothing to follow', { subjects: [] }, 'subjects'],
    ['a measure that the plan lacks', { subjects: ['measure:9.9'] }, 'subjects'],
    ['a subject of another form', { subjects: ['comment:1'] }, 'subjects'],
  ])('refuses %s and leaves nothing behind', async (_, change, field) => {
    const before = await countRows(app)
    const answer = await ask(change)
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {}).map((path) => path.split('.')[0])).toContain(
      field,
    )
    expect(await countRows(app)).toEqual(before)
  })

  it('is refused where no mail is sent, and the page offers the feeds alone', async () => {
    const answer = await silent.post('/api/follows', newFollow())
    expect((await errorOf(answer)).code).toBe('mail_unavailable')
    const html = await (await silent.get('/follow')).text()
    expect(html).not.toContain('name="email"')
    expect(html).toContain('/feeds/answers.atom')
  })

  it('is limited by source', async () => {
    app.limits.allow('SUBMIT_LIMIT', 1)
    expect((await ask()).status).toBe(200)
    expect((await errorOf(await ask())).code).toBe('rate_limited')
  })
})

describe('the link', () => {
  it('opens pages that change nothing, for mail is read by machines', async () => {
    const token = await makeFollow(app, {}, { isConfirmed: false })
    const before = await countRows(app)
    const manage = await app.get(`/follow/manage?token=${token}`)
    const end = await app.get(`/follow/unsubscribe?token=${token}`)
    expect([manage.status, end.status]).toEqual([200, 200])
    expect(manage.headers.get('cache-control')).toBe('no-store')
    expect(await countRows(app)).toEqual(before)
    expect((await lookUp(token)).isConfirmed).toBe(false)
  })

  it('confirms by the button, from then on, and again without effect', async () => {
    const token = await makeFollow(app, {}, { isConfirmed: false })
    const answer = await app.submit(`/follow/manage?token=${token}`, { act: 'confirm' })
    expect(answer.status).toBe(303)
    expect((await lookUp(token)).isConfirmed).toBe(true)
    await app.submit(`/follow/manage?token=${token}`, { act: 'confirm' })
    expect(await actsOf(token)).toEqual(['follow.requested', 'follow.confirmed'])
  })

  it('changes how often in one click, and what of', async () => {
    const token = await makeFollow(app)
    await app.submit(`/follow/manage?token=${token}`, { frequency: 'weekly' })
    expect(await lookUp(token)).toMatchObject({ frequency: 'weekly', subjects: [{ subject: 'all' }] })
    await app.submit(`/follow/manage?token=${token}`, {
      'subject.measure:1.1': 'yes',
      'subject.answers': 'yes',
    })
    const view = await lookUp(token)
    expect(view.subjects.map(({ subject }) => subject).sort()).toEqual(['answers', 'measure:1.1'])
    expect(view.subjects.every(({ isConfirmed }) => isConfirmed)).toBe(true)
    const nothing = await app.submit(`/follow/manage?token=${token}`, {})
    expect(nothing.status).toBe(422)
    const saved = await app.submit(`/follow/manage?token=${token}&done=saved`, {})
    const page = await saved.text()
    expect(['内容：请至少选择一项。', '已保存'].map((said) => page.includes(said))).toEqual([true, false])
    expect(await actsOf(token)).toEqual([
      'follow.requested',
      'follow.confirmed',
      'follow.changed',
      'follow.changed',
    ])
  })

  it('does not change what was never confirmed', async () => {
    const token = await makeFollow(app, {}, { isConfirmed: false })
    const answer = await app.post('/api/follows/change', {
      token,
      frequency: 'weekly',
      subjects: ['answers'],
    })
    expect((await errorOf(answer)).code).toBe('follow_not_found')
    expect(await lookUp(token)).toMatchObject({ frequency: 'daily', subjects: [{ subject: 'all' }] })
  })

  it('shows no address to whoever was passed the mail on', async () => {
    const token = await makeFollow(app, { email: 'secret.name@example.test' })
    const html = await (await app.get(`/follow/manage?token=${token}`)).text()
    expect(html).not.toContain('secret.name')
    expect((await lookUp(token)).email).toBe('s***@example.test')
  })

  it('cannot be made from what the tables hold', async () => {
    const token = await makeFollow(app)
    const [row] = await app.rows(sql`SELECT * FROM follows WHERE handle = ${token.slice(0, 32)}`)
    expect(JSON.stringify(row)).not.toContain(token.slice(32))
    const forged = token.slice(0, 32) + 'A'.repeat(token.length - 32)
    for (const path of ['/api/follows/lookup', '/api/follows/confirm', '/api/follows/end'])
      expect((await errorOf(await app.post(path, { token: forged }))).code).toBe('follow_not_found')
    expect((await app.get(`/follow/manage?token=${forged}`)).status).toBe(404)
    expect((await app.submit(`/follow/unsubscribe?token=${forged}`, {})).status).toBe(404)
    expect((await lookUp(token)).isConfirmed).toBe(true)
  })

  it('is limited by source, but for unsubscribing', async () => {
    const token = await makeFollow(app)
    app.limits.allow('LOOKUP_LIMIT', 0)
    app.limits.allow('SUBMIT_LIMIT', 0)
    for (const path of ['lookup', 'confirm', 'end'])
      expect((await errorOf(await app.post(`/api/follows/${path}`, { token }))).code).toBe('rate_limited')
    expect((await app.submit(`/follow/manage?token=${token}`, { frequency: 'weekly' })).status).toBe(429)
    expect((await app.submit(`/follow/unsubscribe?token=${token}`, {})).status).toBe(200)
  })
})

describe('unsubscribing', () => {
  it('is one request, as mail programs send it, and deletes the address with all that hangs on it', async () => {
    const before = await countRows(app)
    const token = await makeFollow(app, { email: 'gone@example.test', subjects: ['all', 'measure:1.1'] })
    const answer = await app.submit(`/follow/unsubscribe?token=${token}`, { 'List-Unsubscribe': 'One-Click' })
    expect(answer.status).toBe(200)
    const { follows, follow_subjects, follow_mails } = await countRows(app)
    expect({ follows, follow_subjects, follow_mails }).toEqual({
      follows: before.follows,
      follow_subjects: before.follow_subjects,
      follow_mails: before.follow_mails,
    })
    const again = await app.submit(`/follow/unsubscribe?token=${token}`, {})
    expect(again.status).toBe(200)
    expect((await app.get(`/follow/manage?token=${token}`)).status).toBe(404)
  })
})

describe('the notice beside the address', () => {
  it('comes true: unconfirmed follows and subjects vanish after seven days', async () => {
    const kept = await makeFollow(app, { email: 'kept@example.test' })
    await ask({ email: 'kept@example.test', subjects: ['measure:1.1'] })
    await makeFollow(app, { email: 'never@example.test' }, { isConfirmed: false })
    app.clock.advance(limits.followPendingDays * day)
    await deleteOldFollows(app.context())
    expect(await followsOf('never@example.test')).toHaveLength(1)
    app.clock.advance(1)
    await deleteOldFollows(app.context())
    expect(await followsOf('never@example.test')).toEqual([])
    expect((await lookUp(kept)).subjects.map(({ subject }) => subject)).toEqual(['all'])
  })

  it('comes true: all of a consultation’s vanish thirty days after its result, with a row that says how many', async () => {
    await makeFollow(app)
    await app.db.run(
      sql`UPDATE consultations SET result_at = ${app.clock.now().getTime()} WHERE is_current = 1`,
    )
    expect((await errorOf(await ask())).code).toBe('follows_ended')
    app.clock.advance(limits.followDaysAfterResult * day)
    await deleteOldFollows(app.context())
    const [left] = await app.rows<{ n: number }>(sql`SELECT count(*) AS n FROM follows`)
    expect(left?.n).toBeGreaterThan(0)
    app.clock.advance(1)
    await deleteOldFollows(app.context())
    const rows = await countRows(app)
    expect([rows.follows, rows.follow_subjects, rows.follow_mails]).toEqual([0, 0, 0])
    const [act] = await app.rows<{ data: string }>(
      sql`SELECT data FROM audit_log WHERE action = 'follows.deleted' ORDER BY id DESC LIMIT 1`,
    )
    expect(act?.data).toBe(`{"count":${left?.n}}`)
  })
})
