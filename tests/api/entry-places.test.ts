import { beforeEach, describe, expect, it } from 'vitest'
import { makeConsultation } from '../support/make-consultation'
import { type Firm, makeFirm, makeResponse, newEntry } from '../support/make-submission'
import { countRows, startTestApp } from '../support/test-app'
import { fieldsOf } from './html-form'

const app = await startTestApp()
const at = '/enterprise/response/measures/1.1'
let firm: Firm

beforeEach(async () => {
  app.limits.reset()
  await makeConsultation(app)
  firm = await makeFirm(app)
})

const open = async (query = '') => (await app.get(at + query, { as: firm.drafter.cookie })).text()

/** Presses a place beside the form, as a browser without scripts does. */
async function choose(place: string, typed: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...typed, step: `place:${place}` })) form.set(name, value)
  const answer = await app.request(at, {
    method: 'POST',
    body: form,
    headers: { cookie: firm.drafter.cookie, 'accept-language': 'zh' },
  })
  const html = await answer.text()
  return { status: answer.status, to: answer.headers.get('location'), html, fields: fieldsOf(html) }
}
const places = (html: string) =>
  [...html.matchAll(/name="step" value="place:([\d.]*)"/g)].map(([, place]) => place)

describe('another place for an entry that is being written', () => {
  it('is a button of its form', async () => {
    const html = await open()
    expect(places(html).length).toBeGreaterThan(0)
    expect(html).toMatch(/<form[^>]* id="entry"/)
    expect(html).toMatch(/<button[^>]* form="entry"/)
  })

  it('takes along what was typed, and stores nothing', async () => {
    const [clause = ''] = places(await open())
    const before = await countRows(app)
    const typed = { ...fieldsOf(await open()), body: '写到一半。', stance: 'oppose' }
    const there = await choose(clause, typed)
    expect(there.status).toBe(200)
    expect(there.fields).toMatchObject({ body: '写到一半。', stance: 'oppose', clause, version: '' })
    expect(there.html).toMatch(/data-draft="[^"]*:1\.1:1[^"]*" data-from="[^"]*:1\.1:"/)
    const back = await choose('', there.fields)
    expect(back.fields).toMatchObject({ body: '写到一半。', stance: 'oppose', clause: '' })
    expect(await countRows(app)).toEqual(before)
  })

  it('opens as it was saved where nothing was typed', async () => {
    const [clause = ''] = places(await open())
    await makeResponse(app, firm, 'drafting', [newEntry(), newEntry({ clause, body: '只对这一句。' })])
    const there = await choose(clause, fieldsOf(await open()))
    expect(there).toMatchObject({ status: 303, to: expect.stringContaining(`${at}?clause=${clause}`) })
    const html = await open(`?clause=${clause}`)
    expect(fieldsOf(html)).toMatchObject({ body: '只对这一句。', clause, version: '1' })
    expect(html).not.toContain('data-typed')
  })

  it('takes evidence of several lines for untouched, as a browser sends its lines', async () => {
    const [clause = ''] = places(await open())
    const evidence = '去年新增 9 家。\n前年 7 家。'
    const reasoned = newEntry({ targets: [{ target: '1.1.2.1', opinion: 'too_high', evidence }] })
    await makeResponse(app, firm, 'drafting', [reasoned, newEntry({ clause, body: '只对这一句。' })])
    const fields = fieldsOf(await open())
    expect(fields['evidence-1.1.2.1']).toBe(evidence)
    const sent = { ...fields, 'evidence-1.1.2.1': evidence.replaceAll('\n', '\r\n') }
    expect((await choose(clause, sent)).status).toBe(303)
    const changed = await choose(clause, { ...sent, 'evidence-1.1.2.1': '去年新增 8 家。' })
    expect(changed.html).toContain('不能带到所选的地方')
  })

  it('waits where something was typed that belongs here: an entry that was saved, or one that is there already', async () => {
    const [clause = ''] = places(await open())
    await makeResponse(app, firm, 'drafting', [newEntry({ clause, body: '只对这一句。' })])
    const typed = { ...fieldsOf(await open()), body: '对整项的意见，写到一半。', stance: 'oppose' }
    const kept = await choose(clause, typed)
    expect(kept.fields).toMatchObject({ body: typed.body, stance: 'oppose', clause: '' })
    expect(kept.html).toContain('不能带到所选的地方')
    expect(kept.html).not.toContain('只针对原来这一句')
    const changed = { ...fieldsOf(await open(`?clause=${clause}`)), body: '只对这一句，改到一半。' }
    const still = await choose('', changed)
    expect(still.fields).toMatchObject({ body: changed.body, clause, version: '1' })
    expect(still.html).toContain('不能带到所选的地方')
  })

  it('waits with a wording that was suggested for this sentence', async () => {
    const [clause = ''] = places(await open())
    const typed = { ...fieldsOf(await open(`?clause=${clause}`)), wording: '改成另一句话，写明时限。' }
    const kept = await choose('', typed)
    expect(kept.fields).toMatchObject({ wording: typed.wording, clause })
    const said = kept.html.slice(kept.html.indexOf('form-aside'))
    expect(said).toContain('不能带到所选的地方')
    expect(said).toContain('只针对原来这一句')
  })
})

describe('what a device keeps of an entry', () => {
  const sentOf = (html: string) => /data-sent="([^"]*)"/.exec(html)?.[1]
  const page = async (path: string) => (await app.get(path, { as: firm.drafter.cookie })).text()

  it('is forgotten by the key of its form once it is saved, and once it is removed', async () => {
    const form = await open()
    const key = /data-draft="([^"]*)"/.exec(form)?.[1]
    const as = firm.drafter.cookie
    const saved = await app.submit(at, { ...fieldsOf(form), stance: 'suggest', body: '存入的。' }, { as })
    const list = await page(saved.headers.get('location') ?? '')
    expect(sentOf(list)).toBe(key)
    expect(sentOf(await page('/enterprise/response'))).toBeUndefined()
    const [, id = ''] = /name="id" value="([^"]*)"/.exec(list) ?? []
    const entry = { id, version: '1', place: '1.1:' }
    const removed = await app.submit('/enterprise/response/entries/remove', entry, { as })
    expect(list).toContain('name="place" value="1.1:"')
    expect(sentOf(await page(removed.headers.get('location') ?? ''))).toBe(key)
  })
})
