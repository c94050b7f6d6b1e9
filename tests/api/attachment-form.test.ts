import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { second } from '../support/clock'
import { pdfOf, upload, uploadOf } from '../support/make-attachment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { startTestApp } from '../support/test-app'
import { answerTo, fieldsOf, hiddenFieldsOf } from './html-form'

const app = await startTestApp()
const form = '/measures/1.1/comment'
const typed = {
  clause: '1.1.2',
  stance: 'partly',
  body: '建议按三年平均，测算见附件。',
  kind: 'individual',
  displayName: '朱建国',
  publish: 'yes',
}

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})
beforeEach(() => app.limits.reset())

async function submitWith(
  fields: Record<string, string>,
  name: string,
  bytes = pdfOf(name),
): Promise<{ status: number; html: string }> {
  const answer = await upload(app, form, uploadOf(name, bytes, fields))
  return { status: answer.status, html: await answer.text() }
}
const submit = async (fields: Record<string, string>) => (await app.submit(form, fields)).text()
const uploads = () =>
  app.rows(sql`SELECT file_name FROM attachments WHERE comment_id IS NULL ORDER BY uploaded_at`)
const idOf = (html: string) => /value="drop:([0-9a-f]{32})"/.exec(html)?.[1] ?? ''

describe('the form with a file, without scripts', () => {
  it('adds one after another, previews them, takes one back and sends the rest', async () => {
    const first = await submitWith({ ...typed, step: 'attach' }, '测算.pdf')
    expect(first.status).toBe(200)
    expect(first.html).toContain('测算.pdf')
    const next = await submitWith({ ...fieldsOf(first.html), ...typed, step: 'preview' }, '图纸.pdf')
    expect(next.html).toContain('预览并提交')
    expect(next.html).toContain('附件 2 个（仅供主管部门）')
    const kept = await submit({
      ...hiddenFieldsOf(next.html),
      step: `drop:${idOf(next.html)}`,
      from: 'preview',
    })
    expect(kept).toContain('附件 1 个（仅供主管部门）')
    expect(kept).not.toContain('测算.pdf')
    expect(await uploads()).toEqual([{ file_name: '图纸.pdf' }])

    app.clock.advance(5 * second)
    const fields = { ...hiddenFieldsOf(kept), step: 'send', answer: answerTo(kept) }
    const sent = await app.submit(form, fields)
    expect(sent.status).toBe(303)
    expect(await uploads()).toEqual([])
    const receipt = await (await app.get(sent.headers.get('location') ?? '', { as: cookiesOf(sent) })).text()
    expect(receipt).toContain('图纸.pdf')
    expect(receipt).toMatch(/SHA-256 [0-9a-f]{64}/)

    const again = await app.submit(form, fields)
    expect(again.headers.get('location')).toBe(sent.headers.get('location'))
  })

  it('names a file that it does not take, and keeps everything that was typed', async () => {
    const { status, html } = await submitWith(
      { ...typed, step: 'preview' },
      '大.pdf',
      pdfOf('x', 21 * 1024 * 1024),
    )
    expect(status).toBe(422)
    expect(html).toContain('“大.pdf”：文件超过 20 MB')
    expect(fieldsOf(html)).toMatchObject(typed)
    expect(await uploads()).toEqual([])
  })

  it('keeps a good file where something else is wrong', async () => {
    const { status, html } = await submitWith({ ...typed, stance: '', step: 'preview' }, '好.pdf')
    expect(status).toBe(422)
    expect(html).toContain('好.pdf')
    const rest = await submit({ ...fieldsOf(html), step: `drop:${idOf(html)}` })
    expect(rest).not.toContain('好.pdf')
    expect(fieldsOf(rest)).toMatchObject({ body: typed.body })
    expect(await uploads()).toEqual([])
  })

  it('says so where an upload is gone', async () => {
    const { html } = await submitWith({ ...typed, step: 'preview' }, '旧.pdf')
    app.clock.advance(86_400_000)
    const late = await app.submit(form, { ...hiddenFieldsOf(html), step: 'preview' })
    expect(late.status).toBe(422)
    expect(await late.text()).toContain('附件已经失效，请重新上传。')
  })

  it('asks for no file where the site has nowhere to keep it', async () => {
    const poor = await startTestApp({ files: null })
    await makeConsultation(poor)
    expect(await (await poor.get(form)).text()).not.toContain('type="file"')
    expect((await upload(poor, '/api/attachments', uploadOf('a.pdf', pdfOf('a')))).status).toBe(503)
  })
})
