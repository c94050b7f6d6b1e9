import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { domainWords } from '../../worker/contract/locales'
import type { SubmissionView, VersionView } from '../../worker/contract/submissions'
import { bodyOf } from '../support/answers'
import { second } from '../support/clock'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeFirm, makeResponse, newEntry, reopen, sendResponse } from '../support/make-submission'
import { cookiesOf } from '../support/make-user'
import { target as base } from '../support/revised-plan'
import { countRows, startTestApp } from '../support/test-app'
import { answerTo, hiddenFieldsOf } from './html-form'

const app = await startTestApp()
const form = '/measures/1.1/comment'
const text = '力争新培育专精特新中小企业260家。'
const typed = {
  ...{ clause: '1.1.2', stance: 'suggest', body: '完成不了。', kind: 'individual', displayName: '' },
  ...{ publish: 'yes', contact: '', wording: text },
}
const fieldIn = (html: string) => /<textarea[^>]*name="wording"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1]
const difference = (html: string) =>
  ['del', 'ins'].map((tag) =>
    [...html.matchAll(new RegExp(`<${tag}[^>]*>(.*?)</${tag}>`, 'gs'))].map(([, inner = '']) =>
      inner.replace(/<[^>]*>/g, ''),
    ),
  )

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => app.limits.reset())

describe('the form without scripts', () => {
  it('holds the clause that was chosen, folded, and nothing where none was', async () => {
    const chosen = await (await app.get(`${form}?clause=1.1.2`)).text()
    expect(fieldIn(chosen)).toBe(base)
    expect(fieldIn(await (await app.get(form)).text())).toBe('')
    const { publicId } = await makeComment(app, { clause: '1.1.2' })
    expect(fieldIn(await (await app.get(`${form}?parent=${publicId}`)).text())).toBeUndefined()
  })

  it('leads over the difference in the preview to a receipt that shows it', async () => {
    const html = await (await app.submit(form, typed)).text()
    expect(difference(html)).toEqual([['删去：300'], ['增加：260']])
    const hidden = hiddenFieldsOf(html)
    expect(hidden.wording).toBe(text)
    app.clock.advance(5 * second)
    const sent = await app.submit(form, { ...hidden, step: 'send', answer: answerTo(html) })
    expect(sent.status).toBe(303)
    const receipt = await app.get(sent.headers.get('location') ?? '', { as: cookiesOf(sent) })
    expect(difference(await receipt.text())).toEqual([['删去：300'], ['增加：260']])
  })

  it('shows it to an author who keeps the comment to the department', async () => {
    const html = await (await app.submit(form, { ...typed, publish: 'no' })).text()
    expect(difference(html)).toEqual([['删去：300'], ['增加：260']])
  })

  it('suggests nothing with the clause as it was filled in, even of another clause', async () => {
    for (const change of [
      { wording: base },
      { clause: '1.1.3', wording: base },
      { clause: '', wording: base },
    ])
      expect(difference(await (await app.submit(form, { ...typed, ...change })).text())).toEqual([[], []])
  })

  it('says at its field what is wrong with it, and keeps what was typed', async () => {
    const before = await countRows(app)
    const long = '长'.repeat(1001)
    for (const [change, code] of [
      [{ wording: long }, 'too_long'],
      [{ clause: '' }, 'wording_without_clause'],
    ] as const) {
      const answer = await app.submit(form, { ...typed, ...change })
      expect(answer.status).toBe(422)
      const html = await answer.text()
      expect(html).toContain('href="#field-wording"')
      expect(html).toContain(`id="error-wording">${domainWords.zh.fields[code]}`)
      expect(fieldIn(html)).toBe({ ...typed, ...change }.wording)
    }
    expect(await countRows(app)).toEqual(before)
  })
})

describe('a wording by another clause', () => {
  const moved = domainWords.zh.fields.wording_moved
  const other = { ...typed, clause: '1.1.3', wordingOf: '1.1.2' }

  it('is refused once, with every word kept, and then taken for the one that is chosen', async () => {
    const first = await app.get(`${form}?clause=1.1.2`)
    expect(hiddenFieldsOf(await first.text()).wordingOf).toBe('1.1.2')
    for (const step of ['preview', 'send']) {
      const refused = await app.submit(form, { ...other, step })
      expect(refused.status).toBe(422)
      const html = await refused.text()
      expect(html.includes(`id="error-wording">${moved}`)).toBe(true)
      expect([fieldIn(html), hiddenFieldsOf(html).wordingOf]).toEqual([text, '1.1.3'])
    }
    const again = await app.submit(form, { ...other, wordingOf: '1.1.3' })
    expect(difference(await again.text())[1]?.length).toBeGreaterThan(0)
  })

  it('is told with what else is wrong, and not where nothing was changed', async () => {
    const refused = await (await app.submit(form, { ...other, stance: '' })).text()
    for (const said of [moved, domainWords.zh.fields.stance_required])
      expect(refused.includes(said)).toBe(true)
    for (const wording of [base, ` ${base} `, ''])
      expect((await app.submit(form, { ...other, wording })).status).toBe(200)
    const home = await app.submit(form, { ...other, clause: '1.1.2' })
    expect(difference(await home.text())).toEqual([['删去：300'], ['增加：260']])
  })

  it('stays with its clause while the form goes to and fro', async () => {
    const html = await (await app.submit(form, { ...other, step: 'edit' })).text()
    expect(hiddenFieldsOf(html).wordingOf).toBe('1.1.2')
    const whole = await app.submit(form, { ...other, clause: '' })
    expect(hiddenFieldsOf(await whole.text()).wordingOf).toBe('1.1.2')
  })

  it('is refused on the change page alike', async () => {
    const html = await (await app.submit(form, typed)).text()
    app.clock.advance(5 * second)
    const sent = await app.submit(form, { ...hiddenFieldsOf(html), step: 'send', answer: answerTo(html) })
    const as = cookiesOf(sent)
    const path = `${(sent.headers.get('location') ?? '').replace('?sent', '')}/edit`
    const change = {
      ...hiddenFieldsOf(await (await app.get(path, { as })).text()),
      ...typed,
      clause: '1.1.3',
    }
    const refused = await app.submit(path, { ...change, step: 'send' }, { as })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page.includes(moved)).toBe(true)
    const taken = await app.submit(
      path,
      { ...change, wordingOf: hiddenFieldsOf(page).wordingOf ?? '', step: 'send' },
      { as },
    )
    expect(taken.status).toBe(303)
  })
})

describe('the receipt page', () => {
  it('changes it in place and takes it back', async () => {
    const html = await (await app.submit(form, typed)).text()
    app.clock.advance(5 * second)
    const sent = await app.submit(form, { ...hiddenFieldsOf(html), step: 'send', answer: answerTo(html) })
    const as = cookiesOf(sent)
    const path = (sent.headers.get('location') ?? '').replace('?sent', '')
    const filled = async () => (await app.get(`${path}/edit`, { as })).text()
    expect(fieldIn(await filled())).toBe(text)
    const change = (wording: string) =>
      app.submit(`${path}/edit`, { body: '改过。', stance: 'oppose', wording, step: 'send' }, { as })
    expect((await change('长'.repeat(1001))).status).toBe(422)
    expect((await change(text.replace('260', '280'))).status).toBe(303)
    expect(difference(await (await app.get(path, { as })).text())).toEqual([['删去：300'], ['增加：280']])
    expect((await change(base)).status).toBe(303)
    const after = await (await app.get(path, { as })).text()
    expect(difference(after)).toEqual([[], []])
    expect(fieldIn(await filled())).toBe(base)
  })
})

describe('the response of an organisation', () => {
  const entry = newEntry({ clause: '1.1.2', wording: { text } })
  const path = '/api/enterprise/response'

  it('drafts it on a clause, seals it, and sends it with the comment', async () => {
    const firm = await makeFirm(app)
    const draft = await makeResponse(app, firm, 'drafting', [newEntry(), entry])
    expect(draft.entries.map(({ wording }) => wording)).toEqual([null, text])
    const page = await (await app.get('/enterprise/response', { as: firm.drafter.cookie })).text()
    expect(difference(page)).toEqual([['删去：300'], ['增加：260']])
    const open = await app.get('/enterprise/response/measures/1.1?clause=1.1.2', { as: firm.drafter.cookie })
    expect(fieldIn(await open.text())).toBe(text)
    const { version } = await bodyOf<SubmissionView>(
      await app.post(`${path}/approval`, { version: draft.version, note: '' }, { as: firm.drafter.cookie }),
    )
    const sealed = await sendResponse(app, firm, version)
    const contents = JSON.parse(sealed.content) as { entries: object[] }
    expect(contents.entries.map((each) => 'wording' in each)).toEqual([false, true])
    expect(sealed.entries[1]).toMatchObject({ wording: text })
    const stored = await app.rows<{ text: string }>(sql`
      SELECT w.text FROM wordings w JOIN comments c ON c.id = w.comment_id
      WHERE c.public_id = ${sealed.comments[1]?.publicId}`)
    expect(stored).toEqual([{ text }])
  })

  it('is another entry with another wording, and a new revision of its comment has that', async () => {
    const firm = await makeFirm(app)
    await makeResponse(app, firm, 'sent', [entry])
    const seen = await (await app.get(path, { as: firm.drafter.cookie })).json()
    await reopen(app, firm, (seen as SubmissionView).version)
    const other = { ...entry, wording: { text: '不设数量。' }, version: 1 }
    const changed = await bodyOf<SubmissionView>(
      await app.post(`${path}/entries`, other, { as: firm.drafter.cookie }),
    )
    expect(changed.entries[0]).toMatchObject({ wording: '不设数量。', change: 'changed' })
    const { version } = await bodyOf<SubmissionView>(
      await app.post(`${path}/approval`, { version: changed.version, note: '' }, { as: firm.drafter.cookie }),
    )
    const sealed: VersionView = await sendResponse(app, firm, version)
    const stored = await app.rows<{ revision: number; text: string }>(sql`
      SELECT w.revision, w.text FROM wordings w JOIN comments c ON c.id = w.comment_id
      WHERE c.public_id = ${sealed.comments[0]?.publicId} ORDER BY w.revision`)
    expect(stored).toEqual([
      { revision: 1, text },
      { revision: 2, text: '不设数量。' },
    ])
  })

  it('has none on a measure as a whole', async () => {
    const firm = await makeFirm(app)
    const answer = await app.post(`${path}/entries`, newEntry({ wording: { text } }), {
      as: firm.drafter.cookie,
    })
    expect(answer.status).toBe(422)
    const { error } = (await answer.json()) as { error: { fields: object } }
    expect(error.fields).toEqual({ 'wording.text': domainWords.zh.fields.wording_without_clause })
  })
})
