import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import type { AnswerView } from '../../worker/contract/answers'
import type { CommentContextView, ThreadPage } from '../../worker/contract/comments'
import type { MeasureView } from '../../worker/contract/plan'
import type { ReceiptView } from '../../worker/contract/receipts'
import { linkComments } from '../../worker/services/responses/link-comments'
import { writeVersion } from '../../worker/services/responses/write-version'
import { bodyOf } from '../support/answers'
import { day } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse, takeTo } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser } from '../support/make-user'
import { startWatchedApp } from '../support/query-plans'

const app = await startWatchedApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  await makeUnit(app, { name: '企业处', leads: ['1.2'] })
})

const thread = async (measure = '1.1') =>
  bodyOf<ThreadPage>(await app.get(`/api/measures/${measure}/comments`))
const permalink = async (publicId: string) =>
  bodyOf<CommentContextView>(await app.get(`/api/comments/${publicId}`))
const receipt = async (credentials: { publicId: string; queryCode: string }) => {
  const { publicId, queryCode } = credentials
  return bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', { publicId, queryCode }))
}
const textsOf = (answer: AnswerView | null | undefined) => answer?.versions.map(({ text }) => text)
const on = (...publicIds: string[]) => ({ of: 'comments' as const, publicIds })

describe('an answer', () => {
  it.each(['draft', 'reviewed', 'approved'] as const)('that is %s is nowhere to be read', async (state) => {
    const comment = await makeComment(app)
    await makeResponse(app, { on: on(comment.publicId), state, text: '内部草稿待定' })
    expect((await permalink(comment.publicId)).answers).toEqual([])
    expect((await receipt(comment)).answer).toBeNull()
    expect(JSON.stringify(await thread())).not.toContain('内部草稿')
    const pages = [`/comments/${comment.publicId}`, '/measures/1.1']
    for (const page of pages) expect(await (await app.get(page)).text()).not.toContain('内部草稿')
  })

  it('that is public stands beside its comment, with when and by which unit', async () => {
    const comment = await makeComment(app, { measure: '1.2' })
    const { id } = await makeResponse(app, {
      on: on(comment.publicId),
      state: 'published',
      text: '已经采纳。',
      by: (await makeUser(app, 'admin')).actor,
    })
    const answer = {
      id,
      unit: { name: '企业处', nameEn: expect.any(String) },
      versions: [{ number: 1, text: '已经采纳。', publishedAt: app.clock.now().toISOString() }],
      publicIds: [comment.publicId],
    }
    expect((await thread('1.2')).answers).toEqual([answer])
    expect((await permalink(comment.publicId)).answers).toEqual([answer])
    expect((await receipt(comment)).answer).toEqual(answer)
    for (const page of [`/comments/${comment.publicId}`, '/measures/1.2']) {
      const html = await (await app.get(page)).text()
      expect(html).toContain(words.zh.answer.label)
      expect(html).toContain('已经采纳。')
      expect(html).toContain(`id="answer-${id}"`)
    }
  })

  it('keeps every public version with its date, and shows no draft of the next', async () => {
    const comment = await makeComment(app)
    const first = await makeResponse(app, { on: on(comment.publicId), text: '第一稿。' })
    const { actor } = await makeUser(app, 'staff')
    const write = (version: number, text: string) =>
      writeVersion(app.context(actor), first.id, { version, text })
    await takeTo(app, await write(1, '正在研究。'), 'published')
    const firstDay = app.clock.now().toISOString()
    app.clock.advance(day)
    const next = await write(2, '已经写入方案。')
    expect(textsOf((await permalink(comment.publicId)).answers[0])).toEqual(['正在研究。'])
    await takeTo(app, next, 'published')
    const [answer] = (await permalink(comment.publicId)).answers
    expect(answer?.versions).toEqual([
      { number: 2, text: '已经写入方案。', publishedAt: app.clock.now().toISOString() },
      { number: 1, text: '正在研究。', publishedAt: firstDay },
    ])
    expect(textsOf((await receipt(comment)).answer)).toEqual(['已经写入方案。', '正在研究。'])
    const html = await (await app.get(`/comments/${comment.publicId}`)).text()
    expect(html).toContain(words.zh.answer.earlier(1))
    expect(html).toContain('正在研究。')
    expect(html).not.toContain('第一稿。')
  })

  it('to several comments comes once, and the page leads from the others to it', async () => {
    const one = await makeComment(app, { measure: '2.1' })
    const two = await makeComment(app, { measure: '2.1', parentId: one.publicId })
    const { id } = await makeResponse(app, {
      on: on(one.publicId, two.publicId),
      state: 'published',
      text: '一并答复。',
    })
    const { answers } = await thread('2.1')
    expect(answers.map(({ publicIds }) => publicIds)).toEqual([[one.publicId, two.publicId]])
    const html = await (await app.get('/measures/2.1')).text()
    expect(html.split('一并答复。')).toHaveLength(2)
    expect(html).toContain(`href="#answer-${id}"`)
  })

  it('to a comment that is taken up later stands there from the next release on', async () => {
    const [one, two] = [await makeComment(app), await makeComment(app)]
    const { actor } = await makeUser(app, 'admin')
    const { id } = await makeResponse(app, { on: on(one.publicId), state: 'published' })
    await writeVersion(app.context(actor), id, { version: 1, text: '再答。' })
    const next = await linkComments(app.context(actor), id, { version: 2, link: [two.publicId] })
    expect((await permalink(two.publicId)).answers).toEqual([])
    const shown = (await thread()).answers.find((each) => each.id === id)
    expect(shown?.publicIds).toEqual([one.publicId])
    expect((await receipt(two)).answer).toBeNull()
    await takeTo(app, next, 'published')
    expect(textsOf((await permalink(two.publicId)).answers[0])?.[0]).toBe('再答。')
  })

  it('to a comment that is not public is read by its author alone', async () => {
    const hidden = await makeComment(app, { state: 'private' })
    const shown = await makeComment(app)
    await makeResponse(app, {
      on: on(hidden.publicId, shown.publicId),
      state: 'published',
      text: '答复二人。',
    })
    expect(textsOf((await receipt(hidden)).answer)).toEqual(['答复二人。'])
    expect(JSON.stringify(await permalink(shown.publicId))).not.toContain(hidden.publicId)
  })

  it('to a measure stands under its text', async () => {
    const measure = async () => bodyOf<MeasureView>(await app.get('/api/measures/1.1'))
    expect((await measure()).answers).toEqual([])
    const { actor } = await makeUser(app, 'staff')
    const ground = { of: 'measure' as const, key: '1.1' }
    const { id } = await makeResponse(app, { on: ground, text: '总的答复。', by: actor })
    expect((await measure()).answers).toEqual([])
    await takeTo(app, { id, version: 1, linkVersion: 0 }, 'published')
    expect((await measure()).answers).toMatchObject([
      { id, publicIds: [], versions: [{ text: '总的答复。' }] },
    ])
    const html = await (await app.get('/measures/1.1')).text()
    expect(html).toContain(words.zh.answer.ofMeasure)
    expect(html).toContain('总的答复。')
  })
})

describe('reading answers', () => {
  it('goes by indexes, whatever is asked', async () => {
    const { publicId } = await makeComment(app)
    for (const path of ['/api/measures/1.1', '/api/measures/1.1/comments', `/api/comments/${publicId}`]) {
      const plans = await app.plansOf(() => app.get(path), /\bresponses a\b/)
      const scans = plans
        .flatMap(({ steps }) => steps)
        .filter(({ detail }) => /^SCAN (a|s|v|cases)\b/.test(detail))
      expect(scans).toEqual([])
    }
  })

  it('shows nothing of a comment that is no longer public', async () => {
    const { publicId } = await makeComment(app)
    await makeResponse(app, { on: on(publicId), state: 'published', text: '随意见一起撤下。' })
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${publicId}`)
    expect((await app.get(`/api/comments/${publicId}`)).status).toBe(404)
    expect(JSON.stringify(await thread())).not.toContain('随意见一起撤下')
  })
})
