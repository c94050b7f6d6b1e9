import { describe, expect, it } from 'vitest'
import { startDeciding } from '../support/deciding'
import { letTakeEffect, makeComment } from '../support/make-comment'

const { app, senior, decide, settle, stored, expectRefused } = await startDeciding()

describe('deciding anew', () => {
  it.each([
    ['published', 'reject', { reason: 'off_topic' }, 'rejected'],
    ['published', 'redact', { redactions: [{ start: 0, end: 2, reason: 'wording' }] }, 'published'],
    ['private', 'reject', { reason: 'off_topic' }, 'rejected'],
    ['returned', 'restore', {}, 'published'],
    ['rejected', 'restore', {}, 'published'],
  ] as const)('on what is %s, to %s, is the seniors’', async (state, decision, more, next) => {
    const { publicId } = await makeComment(app, { state })
    await expectRefused(() => decide(publicId, decision, more), 'forbidden')
    await settle(publicId, decision, more, senior)
    const { row, decided } = await stored(publicId)
    expect(row.state).toBe(next)
    expect(decided.at(-1)).toMatchObject({ reviewKind: null, fromState: state, waitedMinutes: null })
    const isFound = (await (await app.get('/api/search?q=口径&limit=100')).text()).includes(publicId)
    expect(isFound).toBe(next === 'published')
  })

  it.each([
    ['published', 'publish'],
    ['published', 'restore'],
    ['private', 'publish'],
    ['returned', 'publish'],
    ['rejected', 'uphold'],
    ['withdrawn', 'restore'],
  ] as const)('on what is %s, to %s, is nobody’s', async (state, decision) => {
    const { publicId } = await makeComment(app, { state })
    await expectRefused(() => decide(publicId, decision, {}, senior), 'act_not_allowed')
  })

  it('counts replies, and takes a comment from the search and back', async () => {
    const root = await makeComment(app)
    const reply = await makeComment(app, { parentId: root.publicId, body: '独一无二的回复。' })
    const find = async () => (await (await app.get('/api/search?q=独一无二')).text()).includes(reply.publicId)
    const replies = async () => (await stored(root.publicId)).row.replyCount
    expect([await find(), await replies()]).toEqual([true, 1])
    await settle(reply.publicId, 'reject', { reason: 'off_topic' }, senior)
    expect([await find(), await replies()]).toEqual([false, 0])
    await settle(reply.publicId, 'restore', {}, senior)
    expect([await find(), await replies()]).toEqual([true, 1])
  })

  it('is dropped where its author changes the text before it takes effect', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    expect((await decide(publicId, 'restore', {}, senior)).status).toBe(200)
    const changed = { publicId, queryCode, body: '改过的意见。', stance: 'partly' }
    expect((await app.post('/api/receipts/resubmit', changed)).status).toBe(200)
    expect(await letTakeEffect(app)).toBe(0)
    const { row, decided } = await stored(publicId)
    expect(row).toMatchObject({ state: 'pending', revision: 2 })
    expect(decided).toHaveLength(1)
    expect((await decide(publicId, 'publish', { revision: 2 })).status).toBe(200)
  })
})
