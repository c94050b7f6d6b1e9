import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { words } from '../../web/locales'
import { domainWords } from '../../worker/contract/locales'
import { languages } from '../../worker/contract/words'
import { Clock } from '../support/clock'
import { secret } from '../support/make-annex'
import { pdfOf } from '../support/make-attachment'
import { makeConsultation } from '../support/make-consultation'
import { type Firm, makeFirm, newEntry } from '../support/make-submission'
import { countRows, startTestApp } from '../support/test-app'
import { fieldsOf } from './html-form'

const app = await startTestApp()
const at = '/enterprise/response/measures/1.1'
const summary = '成本构成，含原料和人工。'
const closesAt = new Date('2099-03-28T16:00:00.000Z')
let firm: Firm

beforeEach(async () => {
  app.limits.reset()
  app.clock.set(new Clock().now())
  await makeConsultation(app, { opensAt: new Date('2099-02-28T16:00:00.000Z'), closesAt })
  app.clock.set(new Date(closesAt.getTime() - 3_600_000))
  firm = await makeFirm(app)
})

interface Chosen {
  file?: [name: string, bytes: Uint8Array<ArrayBuffer>]
  annexFile?: [name: string, bytes: Uint8Array<ArrayBuffer>]
}
const pdf = (name: string): [string, Uint8Array<ArrayBuffer>] => [name, pdfOf(name)]
const annexFile: Chosen['annexFile'] = ['成本明细.pdf', pdfOf(secret)]

/** Sends the form as a browser without scripts does; answers its status and the page that it leads to. */
async function send(fields: Record<string, string>, chosen: Chosen = {}, language = 'zh') {
  const form = new FormData()
  const typed = { stance: 'suggest', body: newEntry().body, clause: '', planRevision: '1', version: '' }
  for (const [name, value] of Object.entries({ ...typed, ...fields })) form.set(name, value)
  for (const [name, [file, bytes]] of Object.entries(chosen)) form.set(name, new File([bytes], file))
  const headers = { cookie: `${firm.drafter.cookie}; language=${language}` }
  const answer = await app.request(at, { method: 'POST', body: form, headers })
  return { status: answer.status, html: await answer.text() }
}
const drawn = async () => (await app.get(at, { as: firm.drafter.cookie })).text()
const held = () =>
  app.rows<{ file_name: string; purpose: string }>(sql`
    SELECT a.file_name, a.purpose FROM attachments a JOIN submission_entries e ON e.id = a.entry_id
    JOIN submissions s ON s.id = e.submission_id WHERE s.enterprise_id = ${firm.enterpriseId} ORDER BY a.file_name`)

describe('the form of an entry', () => {
  it('takes files one after another with everything that was typed, and saves them with it', async () => {
    const first = await send({ step: 'attach', body: '写到一半。' }, { file: pdf('一.pdf') })
    expect(first.status).toBe(200)
    const kept = fieldsOf(first.html)
    expect(kept).toMatchObject({ body: '写到一半。', stance: 'suggest' })
    expect(await held()).toEqual([])
    const second = await send({ ...kept, step: 'annex', annexSummary: summary }, { annexFile })
    const both = fieldsOf(second.html)
    expect(both).toMatchObject({ attachments: kept.attachments, annexSummary: summary })
    expect(both.annex).toMatch(/^[0-9a-f]{32}$/)
    const saved = await send(both, { file: pdf('二.pdf') })
    expect(saved.status).toBe(303)
    expect(await held()).toEqual([
      { file_name: '一.pdf', purpose: 'evidence' },
      { file_name: '二.pdf', purpose: 'evidence' },
      { file_name: '成本明细.pdf', purpose: 'annex' },
    ])
    const again = fieldsOf(await drawn())
    expect(again.attachments?.split(' ')).toHaveLength(2)
    expect(again).toMatchObject({ annex: both.annex, annexSummary: summary, version: '1' })
  })

  it('takes both files with one press of the button that saves', async () => {
    const saved = await send({ annexSummary: summary }, { file: pdf('一.pdf'), annexFile })
    expect(saved.status).toBe(303)
    expect(await held()).toHaveLength(2)
  })

  it('takes them out, which counts once it is saved; the summary changes without another upload', async () => {
    await send({ annexSummary: summary }, { file: pdf('一.pdf'), annexFile })
    const page = fieldsOf(await drawn())
    const dropped = await send({ ...page, step: `drop:${page.attachments}` })
    expect(dropped.status).toBe(200)
    expect(fieldsOf(dropped.html)).toMatchObject({ attachments: '', annex: page.annex })
    expect(await held()).toHaveLength(2)
    const saved = await send({ ...fieldsOf(dropped.html), annexSummary: '改过的摘要。' })
    expect(saved.status).toBe(303)
    const left = fieldsOf(await drawn())
    expect(left).toMatchObject({ attachments: '', annex: page.annex, annexSummary: '改过的摘要。' })
    const without = fieldsOf((await send({ ...left, step: 'unannex' })).html)
    expect(without).toMatchObject({ annex: '', annexSummary: '' })
    expect((await send(without)).status).toBe(303)
    expect(await held()).toEqual([])
  })

  it.each(languages)(
    'names a file that it does not take, and keeps what was typed (%s)',
    async (language) => {
      const before = await countRows(app)
      const chosen: Chosen = { file: ['假.pdf', new TextEncoder().encode('not a pdf at all')] }
      const { status, html } = await send({ body: '照旧的文字。' }, chosen, language)
      expect(status).toBe(422)
      const sentence = domainWords[language].fields.attachment_type_unknown
      expect(html).toContain(words[language].form.fileRefused('假.pdf', sentence))
      expect(fieldsOf(html).body).toBe('照旧的文字。')
      expect(await countRows(app)).toEqual(before)
    },
  )

  it.each(languages)(
    'asks for the summary with the annex, and for the file with a summary (%s)',
    async (language) => {
      const { required } = domainWords[language].fields
      const without = await send({}, { annexFile }, language)
      expect(without.status).toBe(422)
      expect(without.html).toContain(`href="#field-annexSummary"`)
      expect(without.html).toContain(required)
      const alone = await send({ annexSummary: summary }, {}, language)
      expect(alone.status).toBe(422)
      expect(alone.html).toContain(`href="#field-annexFile"`)
      expect(fieldsOf(alone.html).annexSummary).toBe(summary)
      const file = await send({ step: 'annex', annexSummary: summary }, { annexFile }, language)
      const cleared = await send({ ...fieldsOf(file.html), annexSummary: '' }, {}, language)
      expect(cleared.status).toBe(422)
      expect(cleared.html).toContain(`href="#field-annexSummary"`)
      expect(await held()).toEqual([])
    },
  )

  it('refuses a sixth file', async () => {
    let page: Record<string, string> = {}
    for (const name of ['一', '二', '三', '四', '五'])
      page = fieldsOf((await send({ ...page, step: 'attach' }, { file: pdf(`${name}.pdf`) })).html)
    const sixth = await send(page, { file: pdf('六.pdf') })
    expect(sixth.status).toBe(422)
    expect(sixth.html).toContain(domainWords.zh.fields.attachments_too_many)
    expect((await send(fieldsOf(sixth.html))).status).toBe(303)
    expect(await held()).toHaveLength(5)
  })

  it('says when a file is gone, and lets the rest be saved', async () => {
    const page = fieldsOf((await send({ step: 'attach' }, { file: pdf('一.pdf') })).html)
    await app.db.run(sql`DELETE FROM attachments WHERE id = ${page.attachments}`)
    const gone = await send(page)
    expect(gone.status).toBe(422)
    expect(gone.html).toContain(domainWords.zh.fields.attachment_gone)
    expect((await send(fieldsOf(gone.html))).status).toBe(303)
  })

  it('takes up to 24 MB there, names a file that is larger than 20, and shows nobody the file inline', async () => {
    const { status, html } = await send(
      { step: 'attach' },
      { file: ['大.pdf', pdfOf('大', 21 * 1024 * 1024)] },
    )
    expect(status).toBe(422)
    expect(html).toContain(domainWords.zh.fields.attachment_too_large)
  })

  it('keeps the file through a sign-in that had ended', async () => {
    const page = fieldsOf((await send({ step: 'attach' }, { file: pdf('一.pdf') })).html)
    await app.db.run(sql`DELETE FROM sessions WHERE user_id = ${firm.drafter.actor.id}`)
    const asked = await send(page)
    expect(asked.status).toBe(401)
    expect(JSON.parse(fieldsOf(asked.html).kept ?? '{}')).toMatchObject({ attachments: page.attachments })
  })
})

describe('with files, at closing', () => {
  it.each(['save', 'attach', 'annex'])('%s is taken at 23:59:59, Beijing time', async (step) => {
    app.clock.set(new Date(closesAt.getTime() - 1000))
    const fields: Record<string, string> = step === 'save' ? {} : { step }
    const chosen: Chosen = step === 'annex' ? { annexFile } : { file: pdf('一.pdf') }
    const before = await countRows(app)
    const { status } = await send({ ...fields, annexSummary: step === 'annex' ? summary : '' }, chosen)
    expect(status).toBe(step === 'save' ? 303 : 200)
    expect((await countRows(app)).attachments).toBe((before.attachments ?? 0) + 1)
  })

  it.each(['save', 'attach', 'annex'])(
    '%s is refused at 24:00:00, and leaves nothing behind',
    async (step) => {
      const page = fieldsOf((await send({ step: 'attach' }, { file: pdf('一.pdf') })).html)
      app.clock.set(closesAt)
      const before = await countRows(app)
      const fields = step === 'save' ? page : { ...page, step }
      const chosen: Chosen =
        step === 'annex' ? { annexFile } : step === 'attach' ? { file: pdf('二.pdf') } : {}
      const { status } = await send({ ...fields, annexSummary: step === 'annex' ? summary : '' }, chosen)
      expect(status).toBe(409)
      expect(await countRows(app)).toEqual(before)
    },
  )
})
