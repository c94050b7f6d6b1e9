import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'
import { fieldsOf } from './html-form'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => {
  app.limits.reset()
})

/** Looks a receipt up by the form; answers the cookie that opens its page. */
async function open({ publicId, queryCode }: TestComment): Promise<string> {
  const answer = await app.submit('/receipts', { publicId, queryCode })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/receipts/${publicId}`)
  expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/receipts; HttpOnly; SameSite=Lax/)
  return cookiesOf(answer)
}

const read = async (publicId: string, as: string) => {
  const answer = await app.get(`/receipts/${publicId}`, { as })
  return {
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location'),
  }
}

describe('the receipt page', () => {
  it.each([
    ['pending', '待审核'],
    ['published', '已公开'],
    ['private', '已接收，不公开'],
    ['returned', '退回修改'],
    ['rejected', '不予发布'],
    ['withdrawn', '已撤回'],
  ] as const)('of a comment that is %s says so', async (state, words) => {
    const comment = await makeComment(app, { state })
    const { status, html } = await read(comment.publicId, await open(comment))
    expect(status).toBe(200)
    expect(html).toContain(words)
    expect(html).toContain(comment.publicId)
  })

  it('gives the reason of a rejection in the reader’s language', async () => {
    const comment = await makeComment(app, { state: 'rejected' })
    const as = await open(comment)
    expect((await read(comment.publicId, as)).html).toContain('off_topic 的中文说明。')
    const answer = await app.get(`/receipts/${comment.publicId}`, {
      as,
      headers: { 'accept-language': 'en' },
    })
    expect(await answer.text()).toContain('The reason off_topic.')
  })

  it('asks for the code of whoever has not given it, and of whoever gave another’s', async () => {
    const [mine, another] = [await makeComment(app), await makeComment(app)]
    const as = await open(mine)
    for (const cookie of ['', as, `receipt=${another.publicId}`]) {
      const { status, location } = await read(another.publicId, cookie)
      expect(status).toBe(303)
      expect(location).toBe(`/receipts?id=${another.publicId}`)
    }
    const forged = await read(another.publicId, `receipt=${another.publicId}.0000-0000-0000`)
    expect(forged.status).toBe(404)
    expect(forged.html).not.toContain('认定口径')
  })

  it('is kept by no shared cache', async () => {
    const comment = await makeComment(app)
    const answer = await app.get(`/receipts/${comment.publicId}`, {
      as: await open(comment),
    })
    expect(answer.headers.get('cache-control')).toMatch(/private|no-store/)
  })
})

describe('the look-up form', () => {
  it('forgives how number and code are typed', async () => {
    const { publicId, queryCode, state } = await makeComment(app)
    await open({ publicId, queryCode, state })
    const answer = await app.submit('/receipts', {
      publicId: publicId.toLowerCase().replaceAll('-', ' '),
      queryCode: queryCode.toLowerCase().replaceAll('-', ''),
    })
    expect(answer.headers.get('location')).toBe(`/receipts/${publicId}`)
  })

  it('keeps what was typed, not the code, when nothing is found', async () => {
    const before = await countRows(app)
    const fields = { publicId: 'T001-0000-0000', queryCode: '0000-0000-0000' }
    const answer = await app.submit('/receipts', fields)
    expect(answer.status).toBe(404)
    const html = await answer.text()
    expect(html).toContain('编号或查询码不正确，请核对后重新输入。')
    expect(fieldsOf(html).publicId).toBe('T001-0000-0000')
    expect(await countRows(app)).toEqual(before)
  })

  it('says what is missing at its field', async () => {
    const answer = await app.submit('/receipts', {
      publicId: '',
      queryCode: '',
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['publicId', 'queryCode']) expect(html).toContain(`id="error-${field}"`)
  })
})

describe('the form for a changed text', () => {
  it('holds the returned text, and puts the changed one in its place', async () => {
    const comment = await makeComment(app, {
      state: 'returned',
      body: '第一稿 <甲>。',
      stance: 'oppose',
    })
    const as = await open(comment)
    const { html } = await read(comment.publicId, as)
    expect(fieldsOf(html)).toMatchObject({
      body: '第一稿 <甲>。',
      stance: 'oppose',
    })
    const sent = await app.submit(
      `/receipts/${comment.publicId}`,
      { body: '第二稿。', stance: 'partly' },
      { as },
    )
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/receipts/${comment.publicId}`)
    const after = await read(comment.publicId, as)
    expect(after.html).toContain('第二稿。')
    expect(after.html).toContain('待审核')
    expect(fieldsOf(after.html).body).toBeUndefined()
  })

  it('keeps what was typed when it is refused', async () => {
    const comment = await makeComment(app, { state: 'returned' })
    const as = await open(comment)
    const long = '字'.repeat(5001)
    const answer = await app.submit(`/receipts/${comment.publicId}`, { body: long, stance: 'partly' }, { as })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('内容超过了字数上限。')
    expect(fieldsOf(html)).toMatchObject({ body: long, stance: 'partly' })
  })

  it('is refused for a comment that is not returned', async () => {
    const comment = await makeComment(app)
    const as = await open(comment)
    const before = await countRows(app)
    const answer = await app.submit(
      `/receipts/${comment.publicId}`,
      { body: '第二稿。', stance: 'partly' },
      { as },
    )
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('这条意见目前不能修改。')
    expect(await countRows(app)).toEqual(before)
  })
})
