import { beforeEach, describe, expect, it } from 'vitest'
import type { DecidedView } from '../../worker/contract/moderation/decided'
import { rewordReason } from '../../worker/services/moderation/reword-reason'
import { bodyOf, errorOf } from '../support/answers'
import { deskOf } from '../support/desk'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const as = await signInAs(app, 'moderator', '王敏')
const senior = await signInAs(app, 'senior_moderator')
const { staged, settled } = deskOf(app)

beforeEach(async () => {
  await makeConsultation(app)
})

const list = async (query = '', cookie = as) =>
  bodyOf<DecidedView>(await app.get(`/api/moderation/decided?${query}`, { as: cookie }))
const find = async (publicId: string, cookie = as) =>
  (await list('', cookie)).items.filter((item) => item.publicId === publicId)

describe('what was decided', () => {
  it('is told with its reason, its notes and the comment as it stands', async () => {
    const { publicId } = await makeComment(app, {
      state: 'pending',
      participant: organisation(7),
      body: '甲乙丙丁',
    })
    const redactions = [{ start: 0, end: 2, reason: 'wording' }]
    const notes = { note: '隐去两字。', internalNote: '见来电记录。' }
    const decisionId = await settled(publicId, 'redact', { redactions, ...notes }, as)
    expect(await find(publicId)).toEqual([
      {
        decisionId,
        at: app.clock.now().toISOString(),
        by: '王敏',
        decision: 'redact',
        reason: { id: 'hidden', zh: 'hidden 的中文说明。', en: 'The reason hidden.' },
        ...notes,
        publicId,
        revision: 1,
        state: 'published',
        author: { kind: 'enterprise', name: '第7精密制造有限公司', isVerified: false },
        measure: { key: '1.1', shortTitle: '企业群' },
        body: '〔已隐去：不当用语〕丙丁',
        wording: null,
        redactions,
        mayDecide: [],
      },
    ])
  })

  it('comes newest first, each once over all pages', async () => {
    const made = []
    for (let i = 0; i < 5; i += 1) made.unshift((await makeComment(app)).publicId)
    const seen: string[] = []
    for (let after = ''; seen.length < 5; ) {
      const page = await list(`limit=2&after=${after}`)
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items.map(({ publicId }) => publicId))
      if (!page.next) break
      after = page.next
    }
    expect(seen.slice(0, 5)).toEqual(made)
  })

  it('is filtered by the decision', async () => {
    const { publicId } = await makeComment(app, { state: 'returned' })
    await makeComment(app)
    const { items } = await list('decision=return')
    expect(items[0]?.publicId).toBe(publicId)
    expect(new Set(items.map(({ decision }) => decision))).toEqual(new Set(['return']))
  })

  it.each([
    ['decision=maybe', 'invalid_input'],
    ['after=x', 'invalid_cursor'],
    ['limit=0', 'invalid_input'],
  ])('is refused for %s', async (query, code) => {
    const answer = await app.get(`/api/moderation/decided?${query}`, { as })
    expect((await errorOf(answer)).code).toBe(code)
  })

  it('keeps the wording that its author read', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    const { actor } = await makeUser(app, 'senior_moderator')
    const wording = { labelZh: '新短语', labelEn: 'new', zh: '新的说明。', en: 'New words.' }
    await rewordReason(app.context(actor), 'unclear', wording)
    expect((await find(publicId))[0]?.reason.zh).toBe('unclear 的中文说明。')
    const receipt = await (await app.post('/api/receipts/lookup', { publicId, queryCode })).text()
    expect(receipt).toContain('unclear 的中文说明。')
    expect(receipt).not.toContain('新的说明。')
    const later = await makeComment(app, { state: 'returned' })
    expect((await find(later.publicId))[0]?.reason).toEqual({
      id: 'unclear',
      zh: '新的说明。',
      en: 'New words.',
    })
  })
})

describe('what may be decided anew', () => {
  it.each([
    ['published', ['redact', 'reject']],
    ['private', ['reject']],
    ['returned', ['restore']],
    ['rejected', ['restore']],
  ] as const)('of what is %s is a senior’s to choose', async (state, acts) => {
    const { publicId } = await makeComment(app, { state })
    expect((await find(publicId, senior))[0]?.mayDecide).toEqual(acts)
    expect((await find(publicId))[0]?.mayDecide).toEqual([])
  })

  it('is nothing while a decision is staged or an appeal waits', async () => {
    const one = await makeComment(app, { state: 'rejected' })
    await staged(one.publicId, 'restore', {}, senior)
    expect((await find(one.publicId, senior))[0]?.mayDecide).toEqual([])
    const two = await makeComment(app, { state: 'rejected' })
    const { publicId, queryCode } = two
    await app.post('/api/receipts/appeal', { publicId, queryCode, text: '请再看。' })
    expect((await find(publicId, senior))[0]?.mayDecide).toEqual([])
  })

  it('is named at the last decision only', async () => {
    const { publicId } = await makeComment(app)
    await settled(publicId, 'reject', { reason: 'off_topic' }, senior)
    const items = await find(publicId, senior)
    expect(items.map(({ decision, mayDecide }) => [decision, mayDecide])).toEqual([
      ['reject', ['restore']],
      ['publish', []],
    ])
  })
})
