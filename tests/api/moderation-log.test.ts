import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ModerationFigures, ModerationLog } from '../../worker/contract/moderation-log'
import { bodyOf, errorOf } from '../support/answers'
import { day } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app, { closesAt: new Date('2099-12-31T16:00:00Z') })
  await makeReasons(app)
})

const readLog = async (query = '') => bodyOf<ModerationLog>(await app.get(`/api/moderation-log${query}`))
const readFigures = async () => bodyOf<ModerationFigures>(await app.get('/api/moderation-figures'))
const showText = (isShown: boolean) =>
  app.db.run(sql`UPDATE reasons SET is_text_hidden = ${isShown ? 0 : 1} WHERE id = 'off_topic'`)

describe('the record', () => {
  it('lists what was returned and rejected, newest first, with its reason and without names', async () => {
    const returned = await makeComment(app, { state: 'returned' })
    const rejected = await makeComment(app, { state: 'rejected' })
    await makeComment(app, { state: 'published' })
    const { items } = await readLog()
    expect(items.map(({ publicId, decision }) => [publicId, decision])).toEqual([
      [rejected.publicId, 'reject'],
      [returned.publicId, 'return'],
    ])
    expect(items[0]?.reason.id).toBe('off_topic')
    expect(JSON.stringify(items)).not.toMatch(/王敏|朱建国|note|decidedBy/)
  })

  it('shows plain publications to whoever asks for them', async () => {
    const { items } = await readLog('?decision=publish')
    expect(items.map(({ decision, isPublic }) => [decision, isPublic])).toEqual([['publish', true]])
  })

  it('refuses a decision that it does not know', async () => {
    expect((await errorOf(await app.get('/api/moderation-log?decision=burn'))).code).toBe('invalid_input')
  })

  it('pages without gap or repetition', async () => {
    for (let i = 0; i < 5; i += 1) await makeComment(app, { state: i % 2 ? 'returned' : 'rejected' })
    const whole = (await readLog()).items.map(({ publicId }) => publicId)
    const paged: string[] = []
    let after = ''
    do {
      const page = await readLog(`?limit=2${after && `&after=${after}`}`)
      paged.push(...page.items.map(({ publicId }) => publicId))
      after = page.next ?? ''
    } while (after)
    expect(paged).toEqual(whole)
  })
})

describe('the text of what was rejected', () => {
  it('is not shown where its reason hides it', async () => {
    await showText(false)
    await makeComment(app, { state: 'rejected', body: '与本次征集无关的一段话。' })
    expect((await readLog()).items[0]?.text).toBeNull()
  })

  it('is shown where its reason lets it be', async () => {
    await showText(true)
    expect((await readLog()).items[0]?.text).toBe('与本次征集无关的一段话。')
  })

  it('is not shown without consent to publication, nor with personal data in it', async () => {
    await makeComment(app, { state: 'rejected', body: '不愿公开的话。', consent: { publish: false } })
    expect((await readLog()).items[0]?.text).toBeNull()
    await makeComment(app, { state: 'rejected', body: '我的电话是 13800138000，请联系。' })
    const [{ id } = { id: 0 }] = await app.rows<{ id: number }>(sql`SELECT max(id) AS id FROM comments`)
    const [found] = await app.rows<{ count: number }>(
      sql`SELECT count(*) AS count FROM comment_signals WHERE comment_id = ${id} AND kind = 'phone'`,
    )
    if (found?.count === 0)
      await app.db.run(
        sql`INSERT INTO comment_signals (comment_id, revision, kind) VALUES (${id}, 1, 'phone')`,
      )
    expect((await readLog()).items[0]?.text).toBeNull()
  })
})

describe('the figures', () => {
  it('count by the month in Beijing what was received and what became of it, and add up', async () => {
    const before = (await readFigures()).months
    app.clock.set('2099-04-30T15:59:00.000Z')
    await makeComment(app, { state: 'published' })
    app.clock.set('2099-04-30T16:00:30.000Z')
    await makeComment(app, { state: 'rejected' })
    const { months } = await readFigures()
    expect(months.map(({ month }) => month)).toEqual([
      '2099-05',
      '2099-04',
      ...before.map(({ month }) => month),
    ])
    expect(months[0]).toMatchObject({ received: 1, rejected: 1, published: 0 })
    expect(months[0]?.rejectedBy.map(({ reason, count }) => [reason.id, count])).toEqual([['off_topic', 1]])
    expect(months[1]).toMatchObject({ received: 1, published: 1, rejected: 0 })
  })

  it('give the median wait in minutes', async () => {
    app.clock.advance(40 * day)
    for (const minutes of [5, 30, 600])
      await app.db.run(sql`
        INSERT INTO decision_waits (consultation_id, month, minutes, count)
        SELECT id, '2097-01', ${minutes}, 1 FROM consultations WHERE is_current = 1`)
    await app.db.run(sql`
      INSERT INTO received_counts (consultation_id, month, count)
      SELECT id, '2097-01', 3 FROM consultations WHERE is_current = 1`)
    expect((await readFigures()).months.at(-1)).toMatchObject({ month: '2097-01', medianMinutes: 30 })
  })
})

describe('the pages', () => {
  it.each(['/policy', '/moderation-log', '/moderation-log?decision=reject'])(
    '%s is whole in both languages',
    async (path) => {
      for (const language of ['zh', 'en']) {
        const answer = await app.get(path, { headers: { cookie: `language=${language}` } })
        expect(answer.status).toBe(200)
        expect(await answer.text()).toContain(language === 'zh' ? '审核规则' : 'Moderation rules')
      }
    },
  )
})
