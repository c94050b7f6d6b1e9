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
