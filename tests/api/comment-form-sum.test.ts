import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hour, second } from '../support/clock'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { countRows, startTestApp } from '../support/test-app'
import { answerTo, hiddenFieldsOf } from './html-form'

const app = await startTestApp()
const form = '/measures/1.1/comment'
const typed = {
  stance: 'partly',
  body: '建议按三年平均认定。',
  kind: 'individual',
  displayName: '朱建国',
  publish: 'yes',
  contact: 'zhu@example.test',
}

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => {
  app.limits.reset()
})

async function preview(): Promise<string> {
  return (await app.submit(form, typed)).text()
}

describe('the sum', () => {
  const send = async (html: string, change: Record<string, string> = {}) =>
    app.submit(form, {
      ...hiddenFieldsOf(html),
      step: 'send',
      answer: answerTo(html),
      ...change,
    })

  async function expectRefused(
    html: string,
    change: Record<string, string>,
    status: number,
    sentence: string,
  ) {
    const before = await countRows(app)
    const answer = await send(html, change)
    expect(answer.status).toBe(status)
    const again = await answer.text()
    expect(again).toContain(sentence)
    expect(hiddenFieldsOf(again)).toMatchObject({
      displayName: typed.displayName,
      contact: typed.contact,
    })
    expect(await countRows(app)).toEqual(before)
  }

  it.each([
    ['missing', { answer: '' }, '请先完成安全验证再提交。'],
    ['wrong', { answer: '99' }, '答案不对，请重新计算。'],
    ['no number', { answer: '两个' }, '答案不对，请重新计算。'],
    ['signed by nobody', { questionToken: '2.3.4072208000000.1.abc' }, '安全验证未通过或已过期，请重试。'],
    ['no token', { questionToken: 'x' }, '安全验证未通过或已过期，请重试。'],
  ])('is refused when it is %s, and asked again', async (_, change, sentence) => {
    const html = await preview()
    app.clock.advance(5 * second)
    await expectRefused(html, change, 403, sentence)
  })

  it('is refused when its facts were changed', async () => {
    const html = await preview()
    app.clock.advance(5 * second)
    const { questionToken = '' } = hiddenFieldsOf(html)
    const [left, ...rest] = questionToken.split('.')
    const forged = [Number(left) + 1, ...rest].join('.')
    const change = {
      questionToken: forged,
      answer: String(Number(answerTo(html)) + 1),
    }
    await expectRefused(html, change, 403, '安全验证未通过或已过期')
  })

  it('is refused when it comes quicker than a person can answer, or after an hour', async () => {
    const hasty = await preview()
    app.clock.advance(second - 1)
    await expectRefused(hasty, {}, 403, '安全验证未通过或已过期')
    const late = await preview()
    app.clock.advance(hour + 1)
    await expectRefused(late, {}, 403, '安全验证未通过或已过期')
  })

  it('is good for one comment', async () => {
    const html = await preview()
    app.clock.advance(5 * second)
    expect((await send(html)).status).toBe(303)
    await expectRefused(html, { body: '另一条意见。' }, 409, '这份内容已经提交过，请勿重复提交。')
  })

  it.each([
    [
      'full-width digits',
      (sum: number) => [...String(sum)].map((digit) => '０１２３４５６７８９'[Number(digit)]).join(''),
    ],
    ['Chinese numerals', (sum: number) => chinese(sum)],
    ['digits in white space', (sum: number) => ` ${sum} `],
  ])('may be answered in %s', async (_, write) => {
    const html = await preview()
    app.clock.advance(5 * second)
    expect((await send(html, { answer: write(Number(answerTo(html))) })).status).toBe(303)
  })

  it('is limited apart, and tighter', async () => {
    app.limits.allow('PLAIN_SUBMIT_LIMIT', 0)
    const html = await preview()
    app.clock.advance(5 * second)
    await expectRefused(html, {}, 429, '操作过于频繁，请一分钟后再试。')
  })
})

function chinese(sum: number): string {
  const digits = '零一二三四五六七八九'
  return sum < 10 ? (digits[sum] ?? '') : `十${sum > 10 ? digits[sum % 10] : ''}`
}
