import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ReceiptView } from '../../worker/contract/receipts'
import type { SubmissionView, VersionView } from '../../worker/contract/submissions'
import { bodyOf, errorOf } from '../support/answers'
import { startDeciding } from '../support/deciding'
import { type Firm, makeFirm, makeResponse, newEntry, sendResponse } from '../support/make-submission'
import { cookiesOf } from '../support/make-user'
import { countRows } from '../support/test-app'

const { app, settle } = await startDeciding()
const api = '/api/enterprise/response'
const text = '建议公布培育企业名单，并说明遴选标准。'
let firm: Firm
beforeEach(async () => {
  firm = await makeFirm(app)
})

const versionOf = async (number: number) =>
  bodyOf<VersionView>(await app.get(`${api}/versions/${number}`, { as: firm.approver.cookie }))

/** What a member holds who was told number and code of a part of what was sent. */
async function send(entry = newEntry({ body: text })) {
  const { version } = await makeResponse(app, firm, 'in_approval', [entry])
  const [comment] = (await sendResponse(app, firm, version)).comments
  return { publicId: comment?.publicId ?? '', queryCode: comment?.queryCode ?? '' }
}

const lookUp = async (kept: object) => bodyOf<ReceiptView>(await app.post('/api/receipts/lookup', kept))

async function pageOf(kept: { publicId: string; queryCode: string }) {
  const as = cookiesOf(await app.submit('/receipts', { ...kept }))
  return (await app.get(`/receipts/${kept.publicId}`, { as })).text()
}

/** A drafter reopens, an approver sends what they see. */
async function sendAgain(change: (draft: SubmissionView) => Promise<unknown>) {
  const post = async (to: string, json: object) =>
    bodyOf<SubmissionView>(await app.post(`${api}/${to}`, json, { as: firm.drafter.cookie }))
  const sent = await bodyOf<SubmissionView>(await app.get(api, { as: firm.drafter.cookie }))
  const draft = await post('reopen', { version: sent.version })
  await change(draft)
  const asked = await post('approval', { version: draft.version, note: '' })
  return sendResponse(app, firm, asked.version)
}

const remove = (draft: SubmissionView) =>
  app.post(`${api}/entries/remove`, { id: draft.entries[0]?.id, version: 1 }, { as: firm.drafter.cookie })

describe('a comment of the version that counts', () => {
  it('is not changed, withdrawn or erased with its code, and nothing of it moves', async () => {
    const kept = await send()
    expect(await lookUp(kept)).toMatchObject({
      isOfStandingVersion: true,
      ...{ mayEdit: false, mayResubmit: false, mayWithdraw: false },
    })
    const before = await countRows(app)
    const changed = { ...kept, body: '我们不再支持这项措施。', stance: 'oppose' }
    for (const refused of [
      await app.post('/api/receipts/resubmit', changed),
      await app.post('/api/receipts/withdraw', kept),
      await app.post('/api/receipts/erase', { ...kept, confirm: true }),
    ]) {
      expect(refused.status).toBe(409)
      expect((await errorOf(refused)).code).toBe('part_of_response')
    }
    expect(await countRows(app)).toEqual(before)
    expect(await lookUp(kept)).toMatchObject({ state: 'pending', revision: 1, body: text })
  })

  it('has a receipt that offers none of it and leads to the workspace', async () => {
    const kept = await send()
    const html = await pageOf(kept)
    expect(html).toContain('请本单位的成员登录后在意见稿中重新打开')
    expect(html).toMatch(/<a href="[^"]*\/enterprise\/response">/)
    for (const act of ['name="body"', '/edit"', '/withdraw"', '/erase"']) expect(html).not.toContain(act)
    const as = cookiesOf(await app.submit('/receipts', kept))
    const typed = { body: '换一种说法。', stance: 'oppose' }
    const refused = await app.submit(`/receipts/${kept.publicId}/edit`, typed, { as })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('换一种说法。')
  })

  it('that moderation returned is changed by reopening, as its receipt and the version say', async () => {
    const kept = await send()
    await settle(kept.publicId, 'return', { reason: 'unclear' })
    expect(await lookUp(kept)).toMatchObject({ state: 'returned', mayResubmit: false })
    const html = await pageOf(kept)
    expect(html).toContain('在意见稿中重新打开，改好这一条')
    expect(html).not.toContain('name="body"')
    const page = await app.get('/enterprise/response/versions/1', { as: firm.approver.cookie })
    expect(await page.text()).toContain('审核退回修改的意见，请在截止之前重新打开意见稿')
    const changed = { ...newEntry({ body: '补充了遴选标准的建议。' }), version: 1 }
    await sendAgain(() => app.post(`${api}/entries`, changed, { as: firm.drafter.cookie }))
    expect(await lookUp(kept)).toMatchObject({ state: 'pending', revision: 2, body: changed.body })
    expect((await versionOf(2)).comments).toMatchObject([{ isAsSent: true, state: 'pending' }])
  })

  it('is a comment like others once a later version left it out', async () => {
    const kept = await send()
    await sendAgain(remove)
    expect(await lookUp(kept)).toMatchObject({ isOfStandingVersion: false, state: 'withdrawn' })
    expect((await errorOf(await app.post('/api/receipts/withdraw', kept))).code).toBe('not_withdrawable')
    expect(await pageOf(kept)).not.toContain('请本单位的成员登录后在意见稿中重新打开')
  })
})

describe('the receipt of a comment whose place a later version took', () => {
  const says = async (kept: { publicId: string; queryCode: string }) =>
    (await pageOf(kept)).replace(/<!--.*?-->/g, '')

  it('leads to what has its place, and says that it was public before', async () => {
    const kept = await send(newEntry({ clause: '1.1.2', body: text }))
    await settle(kept.publicId, 'publish')
    expect(await lookUp(kept)).toMatchObject({ isReplaced: false, replacedBy: null })
    const elsewhere = newEntry({ body: '对整项措施的意见。' })
    const changed = { ...newEntry({ clause: '1.1.2', body: '补充了遴选标准的建议。' }), version: 1 }
    await sendAgain(async () => {
      await app.post(`${api}/entries`, elsewhere, { as: firm.drafter.cookie })
      await app.post(`${api}/entries`, changed, { as: firm.drafter.cookie })
    })
    const later = (await versionOf(2)).comments.find(({ clauseKey }) => clauseKey === '1.1.2')
    expect(later?.publicId).toBeTruthy()
    expect(later?.publicId).not.toBe(kept.publicId)
    expect(await lookUp(kept)).toMatchObject({ isReplaced: true, replacedBy: later?.publicId })
    const html = await says(kept)
    expect(html).toMatch(
      new RegExp(
        `单位再次发出意见稿后，这条意见已由 <a href="[^"]*/receipts/${later?.publicId}">${later?.publicId}</a> 取代。`,
      ),
    )
    expect(html).toContain('以下内容已不再公开。')
    expect(html).not.toContain('以下内容没有公开。')
  })

  it('says that nothing has it, and of what never was public that it was not', async () => {
    const kept = await send()
    await sendAgain(remove)
    expect(await lookUp(kept)).toMatchObject({ isReplaced: true, replacedBy: null })
    const html = await says(kept)
    expect(html).toContain('新的一版没有保留这条意见。')
    expect(html).toContain('以下内容没有公开。')
    expect(html).not.toContain('以下内容已不再公开。')
  })
})

describe('the public page of a comment whose place a later version took', () => {
  const english = { headers: { 'accept-language': 'en' } }

  it('says so, and leads to what has its place once that is public', async () => {
    const kept = await send(newEntry({ clause: '1.1.2', body: text }))
    await settle(kept.publicId, 'publish')
    const changed = { ...newEntry({ clause: '1.1.2', body: '补充了遴选标准的建议。' }), version: 1 }
    await sendAgain(() => app.post(`${api}/entries`, changed, { as: firm.drafter.cookie }))
    const [later] = (await versionOf(2)).comments
    const path = `/comments/${kept.publicId}`
    const read = async (options = {}) => {
      const page = await app.get(path, options)
      expect(page.status).toBe(410)
      const html = await page.text()
      expect(html).not.toContain(text)
      return html
    }
    expect(await read()).toContain('提交单位已再次发出正式意见')
    expect(await read(english)).toContain('The organisation has sent its response again')
    expect(await read()).not.toContain(later?.publicId)
    expect(await errorOf(await app.get(`/api${path}`))).not.toHaveProperty('replacedBy')

    await settle(later?.publicId ?? '', 'publish')
    expect(await read()).toContain(`<a href="/comments/${later?.publicId}">查看取代它的意见`)
    expect(await errorOf(await app.get(`/api${path}`))).toMatchObject({
      code: 'comment_replaced',
      replacedBy: later?.publicId,
    })
  })

  it('is not found as ever where it never was public', async () => {
    const pending = await send()
    await sendAgain(remove)
    expect((await app.get(`/comments/${pending.publicId}`)).status).toBe(404)
    expect((await app.get(`/api/comments/${pending.publicId}`)).status).toBe(404)
  })
})

describe('what an approver reads of the version that counts', () => {
  it('tells how much of a part is hidden in public', async () => {
    const kept = await send()
    expect((await versionOf(1)).comments).toMatchObject([{ hidden: 0, isAsSent: true }])
    await settle(kept.publicId, 'redact', { redactions: [{ start: 2, end: 4, reason: 'contact' }] })
    expect((await versionOf(1)).comments).toMatchObject([{ hidden: 1, state: 'published' }])
    const page = await app.get('/enterprise/response/versions/1', { as: firm.approver.cookie })
    expect(await page.text()).toContain('公开时隐去 1 处')
  })

  it('tells what its code changed while that was possible', async () => {
    const kept = await send()
    await app.db.run(sql`UPDATE comments SET revision = 2 WHERE public_id = ${kept.publicId}`)
    expect((await versionOf(1)).comments).toMatchObject([{ isAsSent: false }])
    const page = await app.get('/enterprise/response/versions/1', { as: firm.approver.cookie })
    expect(await page.text()).toContain('与这一版的文本不同')
  })
})
