import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sendDelayNotice } from '../../worker/services/notices/send-delay-notice'
import { hour } from '../support/clock'
import { decide, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf, makeUser } from '../support/make-user'
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

describe('the text on the receipt page', () => {
  it('was public where its own revision was, whatever became of an earlier one', async () => {
    const comment = await makeComment(app)
    const { publicId, queryCode } = comment
    const senior = (await makeUser(app, 'senior_moderator')).actor
    const says = async () =>
      /以下内容(没有公开|已不再公开)。/.exec(await pageOf(comment))?.[1] ?? 'nothing of either'
    const reject = (revision: number) =>
      decide(app, { publicId, revision, decision: 'reject', reason: 'abusive' }, senior)
    expect(await says()).toBe('nothing of either')
    await reject(1)
    expect(await says()).toBe('已不再公开')
    const changed = { publicId, queryCode, body: '换一种说法。', stance: 'suggest' }
    expect((await app.post('/api/receipts/resubmit', changed)).status).toBe(200)
    await reject(2)
    expect(await says()).toBe('没有公开')
    await decide(app, { publicId, revision: 2, decision: 'restore' }, senior)
    expect(await says()).toBe('nothing of either')
    await reject(2)
    expect(await says()).toBe('已不再公开')
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
  const edit = ({ publicId }: TestComment) => `/receipts/${publicId}/edit`

  it('holds the returned text, and puts the changed one in its place', async () => {
    const comment = await makeComment(app, {
      state: 'returned',
      body: '第一稿 <甲>。',
      stance: 'oppose',
    })
    const as = await open(comment)
    expect((await read(comment.publicId, as)).html).toContain(`href="${edit(comment)}"`)
    const html = await (await app.get(edit(comment), { as })).text()
    expect(fieldsOf(html)).toMatchObject({
      body: '第一稿 <甲>。',
      stance: 'oppose',
    })
    const sent = await app.submit(
      edit(comment),
      { ...fieldsOf(html), body: '第二稿。', stance: 'partly', step: 'send' },
      { as },
    )
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/receipts/${comment.publicId}?changed`)
    const after = await read(`${comment.publicId}?changed`, as)
    expect(after.html).toContain('修改稿已收到')
    expect(after.html).toContain('第二稿。')
    expect(after.html).toContain('待审核')
    const again = fieldsOf(await (await app.get(edit(comment), { as })).text())
    expect(again).toMatchObject({ body: '第二稿。', stance: 'partly' })
    expect(after.html).toContain('修改这条意见')
  })

  it('keeps what was typed when it is refused', async () => {
    const comment = await makeComment(app, { state: 'returned' })
    const as = await open(comment)
    const long = '字'.repeat(5001)
    const answer = await app.submit(edit(comment), { body: long, stance: 'partly', step: 'send' }, { as })
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
      edit(comment),
      { body: '第二稿。', stance: 'partly', step: 'send' },
      { as },
    )
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('这条意见目前不能修改。')
    expect(html).toContain('>第二稿。</textarea>')
    expect(await countRows(app)).toEqual(before)
  })
})

const noon = (date: string) => `${date}T04:00:00.000Z`

async function pageOf(comment: TestComment): Promise<string> {
  return (await read(comment.publicId, await open(comment))).html
}

describe('the promise', () => {
  it('is told in working days with the last of them, and that it is past', async () => {
    app.clock.set(noon('2099-03-20'))
    const comment = await makeComment(app, { state: 'pending' })
    expect(await pageOf(comment)).toContain('我们承诺 2 个工作日内审核，最迟 3 月 24 日 24:00。')
    app.clock.set('2099-03-24T15:59:59.000Z')
    expect(await pageOf(comment)).not.toContain('已超过承诺的时间')
    app.clock.set('2099-03-24T16:00:00.000Z')
    const html = await pageOf(comment)
    expect(html).toContain('已超过承诺的时间（3 月 24 日 24:00）')
    expect(html).not.toContain('我们承诺')
    await decide(app, { publicId: comment.publicId, revision: 1, decision: 'publish' })
    expect(await pageOf(comment)).not.toMatch(/承诺|超过/)
  })

  it('stands on the page that thanks for a comment', async () => {
    app.clock.set(noon('2099-03-25'))
    const comment = await makeComment(app, { state: 'pending' })
    const answer = await app.get(`/receipts/${comment.publicId}?sent`, { as: await open(comment) })
    const html = await answer.text()
    expect(html).toContain('2 个工作日内完成，最迟 3 月 27 日 24:00。')
    expect(html).toContain(comment.queryCode)
  })

  it('that is put off says until when and why, in the office’s words or the usual ones', async () => {
    const { actor } = await makeUser(app, 'senior_moderator')
    const comment = await makeComment(app, { state: 'pending' })
    await sendDelayNotice(app.context(actor), { until: '2099-04-02' })
    expect(await pageOf(comment)).toContain('审核时间延后，预计不晚于 4 月 2 日 24:00 完成。')
    expect(await pageOf(comment)).toContain('近期意见较多')
    app.clock.advance(hour)
    await sendDelayNotice(app.context(actor), { until: '2099-04-03', zh: '系统升级 <b>。' })
    const html = await pageOf(comment)
    expect(html).toContain('预计不晚于 4 月 3 日 24:00 完成')
    expect(html).toContain('系统升级 &lt;b>。')
    expect(html).not.toContain('近期意见较多')
  })
})

describe('what was hidden', () => {
  it('is told by number and reason, not in its words', async () => {
    const body = '请联系 13800138000 或者 13900139000 详谈。'
    const { publicId, ...rest } = await makeComment(app, { state: 'pending', body })
    await decide(app, {
      publicId,
      revision: 1,
      decision: 'redact',
      redactions: [
        { start: 4, end: 15, reason: 'contact' },
        { start: 19, end: 30, reason: 'person' },
      ],
    })
    const html = await pageOf({ publicId, ...rest })
    expect(html).toContain('审核员隐去了 2 处：联系方式 1 处、他人姓名 1 处。')
    expect(html).toContain('〔已隐去：联系方式〕')
    expect(html).not.toMatch(/13[89]00/)
  })
})

describe('the form for an appeal', () => {
  const appeal = (comment: TestComment, text: string, as: string) =>
    app.submit(`/receipts/${comment.publicId}/appeal`, { text }, { as })

  it('is offered for what was returned or rejected, for ten working days, and for nothing else', async () => {
    app.clock.set(noon('2099-03-20'))
    const comment = await makeComment(app, { state: 'rejected' })
    const html = await pageOf(comment)
    expect(html).toContain('您可以在 4 月 3 日 24:00 之前申诉')
    expect(fieldsOf(html).text).toBe('')
    expect(fieldsOf(await pageOf(await makeComment(app))).text).toBeUndefined()
    app.clock.set('2099-04-03T16:00:00.000Z')
    expect(fieldsOf(await pageOf(comment)).text).toBeUndefined()
  })

  it('works without scripts, once; the page then waits for the answer and tells it', async () => {
    app.clock.set(noon('2099-03-20'))
    const comment = await makeComment(app, { state: 'rejected' })
    const as = await open(comment)
    const sent = await appeal(comment, '意见与措施有关。\n请再看 <一次>。', as)
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/receipts/${comment.publicId}`)
    const waiting = (await read(comment.publicId, as)).html
    expect(waiting).toContain('请再看 &lt;一次>。')
    expect(waiting).toContain('等待申诉结果')
    expect(waiting).toContain('我们承诺 2 个工作日内答复，最迟 3 月 24 日 24:00。')
    expect(fieldsOf(waiting).text).toBeUndefined()

    const colleague = await makeUser(app, 'moderator', '何立')
    const answer = { publicId: comment.publicId, revision: 1, note: '仍与措施无关。' }
    await decide(app, { ...answer, decision: 'uphold' }, colleague.actor)
    const { html } = await read(comment.publicId, as)
    expect(html).toContain('申诉已办结，维持原决定。')
    expect(html).toMatch(/审核员答复<\/span>(<!--\$-->)?仍与措施无关。/)
    expect(html).not.toContain('何立')
    expect(fieldsOf(html).text).toBeUndefined()
  })

  it.each([
    ['', '请填写此项。'],
    ['字'.repeat(1001), '内容超过了字数上限。'],
  ])('keeps what was typed when it is refused (%#)', async (text, sentence) => {
    const comment = await makeComment(app, { state: 'returned' })
    const as = await open(comment)
    const before = await countRows(app)
    const answer = await appeal(comment, text, as)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('<title>错误：')
    expect(html).toContain(`href="#field-text"`)
    expect(html).toContain(sentence)
    expect(html).toMatch(/<details class="appeal" id="appeal" open/)
    expect(fieldsOf(html).text).toBe(text)
    expect(await countRows(app)).toEqual(before)
  })

  it('gives the text back where there is nothing to appeal against', async () => {
    const comment = await makeComment(app)
    const answer = await appeal(comment, '不同意。', await open(comment))
    expect(answer.status).toBe(409)
    const html = await answer.text()
    expect(html).toContain('这条意见目前不能申诉。')
    expect(html).toContain('>不同意。</textarea>')
  })
})

describe('a form of a receipt page whose half hour is over', () => {
  it.each(['/edit', '/appeal'])('gives back what was typed and asks for the code: %j', async (form) => {
    const comment = await makeComment(app, { state: 'returned' })
    const before = await countRows(app)
    const typed = '写了很久的一段 <文字>。'
    const fields: Record<string, string> =
      form === '/appeal' ? { text: typed } : { body: typed, stance: 'partly' }
    const answer = await app.submit(`/receipts/${comment.publicId}${form}`, fields)
    expect(answer.status).toBe(403)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const html = await answer.text()
    expect(html).toContain('请重新输入查询码')
    expect(html).toContain('写了很久的一段 &lt;文字>。')
    expect(fieldsOf(html).publicId).toBe(comment.publicId)
    expect(await countRows(app)).toEqual(before)
  })
})

it('is remembered over an encrypted connection only, where the site is reached by one', async () => {
  const behindProxy = await startTestApp({ config: { publicOrigin: 'https://yanlu.test' } })
  await makeConsultation(behindProxy)
  await makeReasons(behindProxy)
  const { publicId, queryCode } = await makeComment(behindProxy, { state: 'pending' })
  const answer = await behindProxy.submit('/receipts', { publicId, queryCode })
  expect(answer.headers.get('set-cookie')).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
})
