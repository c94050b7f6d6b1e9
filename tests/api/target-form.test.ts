import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { participantProfiles, targetOpinionRecords } from '../../worker/db/schema'
import { second } from '../support/clock'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { startTestApp } from '../support/test-app'
import { answerTo, fieldsOf, hiddenFieldsOf } from './html-form'

const app = await startTestApp()
const form = '/measures/1.1/comment'

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => {
  app.limits.reset()
})

/** What a firm types into a form without scripts, the fields about the target and itself included. */
const typed = {
  clause: '',
  stance: 'partly',
  body: '目标偏高。',
  kind: 'enterprise',
  name: organisation(4).name,
  uscc: organisation(4).uscc,
  size: 'small',
  industry: 'C',
  city: '4419',
  publish: 'yes',
  'opinion-1.1.2.1': 'too_high',
  'figure-1.1.2.1': ' ２，５０ ',
  'evidence-1.1.2.1': '本区去年新增 9 家。',
}

const pageOf = async (fields: Record<string, string>, status = 200) => {
  const answer = await app.submit(form, fields)
  const html = await answer.text()
  expect(answer.status, html).toBe(status)
  return html
}

/** What stands on a page, without its tags. */
const wordsOf = (html: string) => html.replace(/<[^>]*>/g, '')

describe('the form about targets, without scripts', () => {
  it('asks about every target of the measure, and of none on a reply or where there is none', async () => {
    const html = await (await app.get(`${form}?clause=1.1.2&opinion-1.1.2.1=too_high`)).text()
    expect(html).toContain('专精特新中小企业：300家')
    expect(fieldsOf(html)).toMatchObject({ 'opinion-1.1.2.1': 'too_high', 'figure-1.1.2.1': '', city: '' })
    const { publicId } = await makeComment(app)
    expect(await (await app.get(`${form}?parent=${publicId}`)).text()).not.toContain('opinion-1.1.2.1')
    expect(await (await app.get('/measures/1.2/comment')).text()).not.toContain('对目标值的看法')
  })

  it('says in English too in what the figure is', async () => {
    const answer = await app.submit(form, typed, { headers: { 'accept-language': 'en' } })
    expect(wordsOf(await answer.text())).toContain(', would set 250 家')
  })

  it('shows in the preview what is counted, and sends it with the comment', async () => {
    const html = await pageOf(typed)
    expect(html).toContain('供统计和办理使用，不随意见公开')
    expect(wordsOf(html)).toContain('偏高，认为应为 250 家依据：本区去年新增 9 家。')
    expect(html).toContain('东莞市')
    const hidden = hiddenFieldsOf(html)
    expect(hidden).toMatchObject(typed)
    app.clock.advance(5 * second)
    const sent = await app.submit(form, { ...hidden, step: 'send', answer: answerTo(html) })
    expect(sent.status).toBe(303)
    expect(await app.db.select().from(targetOpinionRecords)).toMatchObject([
      { opinion: 'too_high', value: 250, evidence: '本区去年新增 9 家。' },
    ])
    expect(await app.db.select().from(participantProfiles)).toMatchObject([
      { size: 'small', industry: 'C', city: '4419' },
    ])
    const receipt = await app.get(sent.headers.get('location') ?? '', { as: cookiesOf(sent) })
    expect(wordsOf(await receipt.text())).toContain('依据：本区去年新增 9 家。')
  })

  it('leaves out a profile where an individual writes after all', async () => {
    const unsaid = { 'opinion-1.1.2.1': '', 'figure-1.1.2.1': '', 'evidence-1.1.2.1': '' }
    const html = await pageOf({ ...typed, ...unsaid, kind: 'individual' })
    expect(html).not.toContain('供统计和办理使用')
  })

  it.each([
    ['a figure in words', { 'figure-1.1.2.1': '三百' }, 'figure-1.1.2.1', '请只填数字'],
    ['a figure that cannot be meant', { 'figure-1.1.2.1': '300000' }, 'figure-1.1.2.1', '超出允许的范围'],
    [
      'a figure without an opinion',
      { 'opinion-1.1.2.1': '' },
      'opinion-1.1.2.1',
      '填了数值或者依据的，请先选择',
    ],
    [
      'evidence without an opinion',
      { 'opinion-1.1.2.1': '', 'figure-1.1.2.1': '' },
      'opinion-1.1.2.1',
      '填了数值或者依据的，请先选择',
    ],
    [
      'evidence that is too long',
      { 'evidence-1.1.2.1': '据'.repeat(501) },
      'evidence-1.1.2.1',
      '超过了字数上限',
    ],
    ['a city that is none', { city: '9999' }, 'city', '请从给出的选项中选择'],
  ])(
    'says at its field what is wrong with %s, and keeps what was typed',
    async (_, change, field, sentence) => {
      const html = await pageOf({ ...typed, ...change }, 422)
      expect(html).toContain(`href="#field-${field}"`)
      expect(html).toMatch(new RegExp(`id="error-${field}"[^>]*>[^<]*(<!--[^>]*-->)*[^<]*${sentence}`))
      expect(fieldsOf(html)).toMatchObject({ body: typed.body, size: 'small' })
    },
  )
})

describe('the form of a returned comment', () => {
  const returned = async () => {
    const { publicId, queryCode } = await makeComment(app, {
      state: 'returned',
      targets: [{ target: '1.1.2.1', opinion: 'too_high', value: 250, evidence: '去年新增 9 家。' }],
    })
    const as = cookiesOf(await app.submit('/receipts', { publicId, queryCode }))
    const read = async () => (await app.get(`/receipts/${publicId}`, { as })).text()
    const path = `/receipts/${publicId}/edit`
    const filled = async () => fieldsOf(await (await app.get(path, { as })).text())
    return { as, read, filled, path }
  }

  it('has what was said of the target, and takes what is said now', async () => {
    const { as, read, filled, path } = await returned()
    const fields = await filled()
    expect(fields).toMatchObject({
      'opinion-1.1.2.1': 'too_high',
      'figure-1.1.2.1': '250',
      'evidence-1.1.2.1': '去年新增 9 家。',
    })
    const change = {
      ...fields,
      body: '改过。',
      'opinion-1.1.2.1': 'too_low',
      'figure-1.1.2.1': '400',
      'evidence-1.1.2.1': '全省平均为 410 家。',
      step: 'send',
    }
    expect((await app.submit(path, change, { as })).status).toBe(303)
    expect(wordsOf(await read())).toContain('偏低，认为应为 400 家依据：全省平均为 410 家。')
  })

  it('says at its field what is wrong, and keeps what was typed', async () => {
    const { as, filled, path } = await returned()
    const answer = await app.submit(path, { ...(await filled()), 'figure-1.1.2.1': '很多' }, { as })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#field-figure-1.1.2.1"')
    expect(fieldsOf(html)['figure-1.1.2.1']).toBe('很多')
  })
})
