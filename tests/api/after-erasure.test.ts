import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ModerationLog } from '../../worker/contract/moderation-log'
import type { MeasureView, PlanView } from '../../worker/contract/plan'
import type { MeasureResultView } from '../../worker/contract/results'
import { bodyOf, errorOf } from '../support/answers'
import { decide, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const { actor } = await makeUser(app, 'senior_moderator')

beforeEach(async () => {
  await makeConsultation(app)
})

const erase = async ({ publicId, queryCode }: TestComment) => {
  const answer = await app.post('/api/receipts/erase', { publicId, queryCode, confirm: true })
  expect(answer.status).toBe(200)
}
const english = { headers: { 'accept-language': 'en' } }

describe('the page of a comment that was erased', () => {
  it('is gone and says why, in both languages, to readers and programs', async () => {
    const own = await makeComment(app, { body: '这是要删除的意见。' })
    await erase(own)
    const path = `/comments/${own.publicId}`
    for (const [options, title, sentence] of [
      [{}, '这个页面的内容已不保留', '应提交人要求删除'],
      [english, 'What was on this page is no longer kept here', 'at the wish of its author'],
    ] as const) {
      const page = await app.get(path, options)
      expect(page.status).toBe(410)
      const html = await page.text()
      for (const said of [title, sentence]) expect(html).toContain(said)
      expect(html).not.toContain('这是要删除的意见')
      const answer = await app.get(`/api${path}`, options)
      expect(answer.status).toBe(410)
      expect(await errorOf(answer)).toMatchObject({
        code: 'comment_erased',
        message: expect.stringContaining(sentence),
      })
    }
  })

  it('is not found as ever where it was never public', async () => {
    for (const state of ['pending', 'private', 'rejected'] as const) {
      const own = await makeComment(app, { state })
      await erase(own)
      expect((await app.get(`/comments/${own.publicId}`)).status).toBe(404)
    }
  })

  it('is linked from no receipt, feed, thread or log; what stands for its replies is', async () => {
    const left = await makeComment(app)
    const answered = await makeComment(app)
    const reply = await makeComment(app, { parentId: answered.publicId })
    for (const { publicId } of [left, answered])
      await decide(
        app,
        { publicId, revision: 1, decision: 'redact', redactions: [{ start: 0, end: 1, reason: 'wording' }] },
        actor,
      )
    await erase(left)
    await erase(answered)
    const log = await bodyOf<ModerationLog>(await app.get('/api/moderation-log'))
    expect(log.items.map(({ publicId, isPublic }) => [publicId, isPublic])).toEqual([
      [answered.publicId, true],
      [left.publicId, false],
    ])
    for (const path of ['/moderation-log', '/measures/1.1', '/feeds/measures/1.1.atom', '/search?q=意见']) {
      const text = await (await app.get(path)).text()
      expect(text, path).not.toContain(`/comments/${left.publicId}`)
      for (const [, publicId = ''] of text.matchAll(/\/comments\/([A-Z0-9-]+)/g))
        expect((await app.get(`/comments/${publicId}`)).status, `${path} to ${publicId}`).toBe(200)
    }
    expect(await (await app.get(`/comments/${answered.publicId}`)).text()).toContain(reply.publicId)
  })
})

describe('the counts of the plan and of a measure', () => {
  const counts = async () => {
    const { counts, clauses } = await bodyOf<MeasureView>(await app.get('/api/measures/1.1'))
    const plan = await bodyOf<PlanView>(await app.get('/api/plan'))
    const [clause] = clauses.filter(({ key }) => key === '1.1.2')
    return [counts.published, clause?.published, plan.counts.published, plan.themes[0]?.published]
  }

  it('are of what stands in its thread: an erased comment counts as long as it has replies', async () => {
    const alone = await makeComment(app, { clause: '1.1.2' })
    const root = await makeComment(app, { clause: '1.1.2' })
    const reply = await makeComment(app, { clause: '1.1.2', parentId: root.publicId })
    expect(await counts()).toEqual([3, 3, 3, 3])
    await erase(alone)
    await erase(root)
    expect(await counts()).toEqual([2, 2, 2, 2])
    await erase(reply)
    expect(await counts()).toEqual([0, 0, 0, 0])
  })
})

describe('rows of a published result', () => {
  const body = '建议把专精特新企业的认定标准向偏远地区适当倾斜，并且公布评分细则和名单。'
  const rows = async () =>
    (await bodyOf<MeasureResultView>(await app.get('/api/results/1.1'))).rows.items.map((row) => [
      row.publicId,
      row.similarCount,
    ])
  const publishResult = () =>
    app.db.batch([
      app.db.run(sql`
        UPDATE cases SET disposition = 'adopted', disposition_version = 1 WHERE is_admissible = 1 AND comment_id IN (
          SELECT id FROM comments WHERE consultation_id = (SELECT id FROM consultations WHERE is_current = 1))`),
      app.db.run(sql`UPDATE consultations SET result_at = ${app.clock.now().getTime()} WHERE is_current = 1`),
    ])

  it('stand as they were published, whichever of their comments is erased', async () => {
    const first = await makeComment(app, { body })
    const other = await makeComment(app, { body: `${body}谢谢。` })
    const third = await makeComment(app, { body: '应当另设一个窗口。' })
    await publishResult()
    const published = [
      [first.publicId, 2],
      [third.publicId, 1],
    ]
    expect(await rows()).toEqual(published)
    await erase(first)
    expect(await rows()).toEqual(published)
    await erase(other)
    expect(await rows()).toEqual(published)
    expect(
      await app.rows(sql`
        SELECT normal_text, member_count FROM similar_groups WHERE id = (
          SELECT similar_group_id FROM comments WHERE public_id = ${first.publicId})`),
    ).toEqual([{ normal_text: '', member_count: 2 }])
  })
})
