import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { second } from '../support/clock'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'
import { answerTo, hiddenFieldsOf } from './html-form'

const app = await startTestApp()
const form = '/measures/1.1/comment'

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => {
  app.limits.reset()
})

const typed = { stance: 'suggest', body: '建议按季度公布进展。', kind: 'individual', publish: 'yes' }

/** The fields of the last step, with the right answer to the sum. */
async function readyToSend(): Promise<Record<string, string>> {
  const html = await (await app.submit(form, typed)).text()
  app.clock.advance(5 * second)
  return { ...hiddenFieldsOf(html), step: 'send', answer: answerTo(html) }
}

describe('a form that arrives twice', () => {
  it('gets the receipt of the first, with the same code and no second row', async () => {
    const fields = await readyToSend()
    const first = await app.submit(form, fields)
    const before = await countRows(app)
    const again = await app.submit(form, fields)
    expect(again.status).toBe(303)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect(cookiesOf(again)).toBe(cookiesOf(first))
    expect(await countRows(app)).toEqual(before)
    const receipt = await app.get(again.headers.get('location') ?? '', { as: cookiesOf(again) })
    expect(await receipt.text()).toContain('建议按季度公布进展。')
  })

  it('gets nothing of the first when it says something else', async () => {
    const fields = await readyToSend()
    await app.submit(form, fields)
    const before = await countRows(app)
    const other = await app.submit(form, { ...fields, body: '另一条意见。' })
    expect(other.status).toBe(409)
    expect(other.headers.get('set-cookie')).toBeNull()
    expect(await countRows(app)).toEqual(before)
  })
})

describe('a comment that its browser has just sent', () => {
  const halfAnHour = 30 * 60 * second
  const body = '建议在门户网站公布名单。'

  async function sent(change: Record<string, string> = {}) {
    const html = await (await app.submit(form, { ...typed, body, ...change })).text()
    app.clock.advance(5 * second)
    const answer = await app.submit(form, { ...hiddenFieldsOf(html), step: 'send', answer: answerTo(html) })
    const [path = ''] = answer.headers.get('location')?.split('?') ?? []
    return { path, as: cookiesOf(answer), fields: hiddenFieldsOf(html) }
  }

  it('leads to its receipt from the preview and from another send, whatever comes of the sum', async () => {
    const { path, as, fields } = await sent()
    const before = await countRows(app)
    const anew = await (await app.submit(form, typed)).text()
    const question = { questionToken: hiddenFieldsOf(anew).questionToken ?? '', answer: '99' }
    for (const again of [
      { ...fields, step: 'preview' },
      { ...fields, step: 'send', ...question },
      { ...fields, step: 'send', contact: '13800138000' },
    ]) {
      const answer = await app.submit(form, again, { as })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?sent&again`])
      const page = await (await app.get(`${path}?sent&again`, { as: cookiesOf(answer) })).text()
      for (const said of ['刚才已经提交，没有重复提交', '查询码']) expect(page.includes(said)).toBe(true)
    }
    expect(await countRows(app)).toEqual(before)
    expect((await (await app.get(`${path}?sent`, { as })).text()).includes('没有重复提交')).toBe(false)
  })

  it('is another where anything of what is said, where or by whom is', async () => {
    const { as, fields } = await sent({ clause: '1.1.1' })
    const others: Record<string, string>[] = [
      { body: `${body}另请注明日期。` },
      { stance: 'support' },
      { clause: '1.1.2' },
      { clause: '' },
      { wording: '推动产业链协同。' },
    ]
    for (const other of others) {
      const answer = await app.submit(form, { ...fields, ...other, step: 'preview' }, { as })
      expect(answer.status, JSON.stringify(other)).toBe(200)
    }
    const elsewhere = await app.submit('/measures/1.2/comment', { ...typed, body }, { as })
    expect(elsewhere.status).toBe(200)
  })

  it('may be sent anew once it is withdrawn', async () => {
    const { path, as, fields } = await sent()
    expect((await app.submit(`${path}/withdraw`, {}, { as })).status).toBe(303)
    expect((await app.submit(form, { ...fields, step: 'preview' }, { as })).status).toBe(200)
  })

  it('is known to the form it was sent by alone, for half an hour', async () => {
    const html = await (await app.submit(form, { ...typed, body: '只记半小时。' })).text()
    app.clock.advance(5 * second)
    const answer = await app.submit(form, { ...hiddenFieldsOf(html), step: 'send', answer: answerTo(html) })
    const [cookie] = answer.headers.getSetCookie().filter((each) => each.startsWith('sent='))
    expect(cookie).toContain(`Max-Age=${halfAnHour / 1000}; Path=${form}; HttpOnly`)
  })
})
