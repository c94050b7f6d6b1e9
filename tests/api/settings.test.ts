import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { Deadlines, ModerationSettings, ReasonRecord } from '../../worker/contract/settings'
import { bodyOf, errorOf } from '../support/answers'
import { day, hour } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let moderator = ''
let senior = ''

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date('2099-12-31T16:00:00Z') })
  await makeReasons(app)
  moderator = await signInAs(app, 'moderator')
  senior = await signInAs(app, 'senior_moderator')
})

const audited = (action: string) =>
  app.rows<{ subject_id: string; data: string }>(
    sql`SELECT subject_id, data FROM audit_log WHERE action = ${action} ORDER BY id`,
  )
const wanted: ModerationSettings = {
  reviewDays: 3,
  secondLook: 'sample',
  secondLookPercent: 50,
  recheckPercent: 10,
}

describe('the settings', () => {
  it('are changed by a senior moderator, seen by all, and the change is recorded with both values', async () => {
    await app.post('/api/moderation/settings', { ...wanted, reviewDays: 2 }, { as: senior })
    await app.post('/api/moderation/settings', wanted, { as: senior })
    const seen = await bodyOf<ModerationSettings>(
      await app.get('/api/moderation/settings', { as: moderator }),
    )
    expect(seen).toEqual(wanted)
    const entry = (await audited('settings.changed')).at(-1)
    expect(JSON.parse(entry?.data ?? '')).toEqual({ reviewDays: [2, 3] })
    expect(await app.rows(sql`SELECT key FROM consultations WHERE is_current = 1`)).toEqual([
      { key: entry?.subject_id },
    ])
  })

  it('leave no record where nothing changes', async () => {
    const before = await audited('settings.changed')
    await app.post('/api/moderation/settings', wanted, { as: senior })
    expect(await audited('settings.changed')).toEqual(before)
  })

  it.each([
    ['reviewDays', 0],
    ['reviewDays', 31],
    ['reviewDays', 1.5],
    ['secondLookPercent', 0],
    ['recheckPercent', 101],
    ['secondLook', 'some'],
  ])('refuse %s of %s', async (field, value) => {
    const answer = await app.post('/api/moderation/settings', { ...wanted, [field]: value }, { as: senior })
    expect((await errorOf(answer)).fields).toHaveProperty(field)
  })

  it('print the promise in the public rules', async () => {
    const page = await app.get('/policy', { headers: { cookie: 'language=zh' } })
    expect(await page.text()).toContain('3 个工作日')
  })
})

describe('a reason', () => {
  const wording = {
    labelZh: '看不懂',
    labelEn: 'Unclear',
    zh: '我们没有看懂。',
    en: 'We did not understand.',
  }
  const recordOf = async (id: string) => {
    const answer = await app.get('/api/moderation/reason-records', { as: moderator })
    const { items } = await bodyOf<{ items: ReasonRecord[] }>(answer)
    return items.find((reason) => reason.id === id)
  }
  const wordsTo = async (receipt: { publicId: string; queryCode: string }) => {
    const { publicId, queryCode } = receipt
    const answer = await app.post('/api/receipts/lookup', { publicId, queryCode })
    return (await bodyOf<ReceiptView>(answer)).journey.find(({ step }) => step === 'return')?.reason?.zh
  }

  it('gets other words as a new version; who was told before keeps the words of that time', async () => {
    const before = await makeComment(app, { state: 'returned' })
    await app.post('/api/moderation/reason-records/unclear/wording', wording, { as: senior })
    const after = await makeComment(app, { state: 'returned' })
    expect(await wordsTo(before)).toBe('unclear 的中文说明。')
    expect(await wordsTo(after)).toBe('我们没有看懂。')
    const record = await recordOf('unclear')
    expect(record?.wordings.map(({ version, by }) => [version, by])).toEqual([
      [2, '陈静'],
      [1, null],
    ])
    expect((await audited('reason.reworded')).map(({ subject_id }) => subject_id)).toEqual(['unclear'])
  })

  it('stays at its version where the words are the same', async () => {
    await app.post('/api/moderation/reason-records/unclear/wording', wording, { as: senior })
    expect((await recordOf('unclear'))?.wordings).toHaveLength(2)
    expect(await audited('reason.reworded')).toHaveLength(1)
  })

  it('that is taken out of use is offered no more and refused', async () => {
    const rules = { mayResubmit: false, isSpam: false, isTextHidden: true, isActive: false }
    await app.post('/api/moderation/reason-records/closed_matter/rules', rules, { as: senior })
    const offered = await bodyOf<{ items: { id: string }[] }>(
      await app.get('/api/moderation/reasons', { as: moderator }),
    )
    expect(offered.items.map(({ id }) => id)).not.toContain('closed_matter')
    const { publicId } = await makeComment(app, { state: 'pending' })
    const answer = await app.post(
      '/api/moderation/decisions',
      { publicId, revision: 1, decision: 'return', reason: 'closed_matter' },
      { as: moderator },
    )
    expect((await errorOf(answer)).fields).toHaveProperty('reason')
  })

  it('that does not exist is not found', async () => {
    const answer = await app.post('/api/moderation/reason-records/none/wording', wording, { as: senior })
    expect(answer.status).toBe(404)
  })
})

describe('the deadlines', () => {
  const read = async () => bodyOf<Deadlines>(await app.get('/api/moderation/deadlines', { as: moderator }))

  it('count what waits by the working day on which it is due', async () => {
    app.clock.set('2099-06-05T02:00:00.000Z')
    const before = await read()
    expect(new Date('2099-06-05').getUTCDay()).toBe(5)
    await makeComment(app, { state: 'pending' })
    await makeComment(app, { state: 'pending' })
    const fresh = await read()
    expect(fresh.waiting).toBe(before.waiting + 2)
    expect(fresh.days.at(-1)).toEqual({
      day: '2099-06-05',
      dueAt: '2099-06-10T16:00:00.000Z',
      count: 2,
      isOverdue: false,
    })
    app.clock.set('2099-06-10T02:00:00.000Z')
    expect((await read()).dueToday).toBe(2)
    app.clock.set('2099-06-10T16:00:00.000Z')
    expect((await read()).overdue).toBe(before.waiting + 2)
    expect((await read()).dueToday).toBe(0)
  })

  it('tell when nothing would wait any more at the pace of the last hour', async () => {
    app.clock.advance(2 * day)
    expect((await read()).emptyAt).toBeNull()
    await makeComment(app, { state: 'published' })
    await makeComment(app, { state: 'published' })
    const { waiting, lastHour, emptyAt } = await read()
    expect(lastHour).toBe(2)
    expect(Date.parse(emptyAt ?? '')).toBe(app.clock.now().getTime() + (waiting / 2) * hour)
  })
})
