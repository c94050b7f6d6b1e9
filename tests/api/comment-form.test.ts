import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commentContacts, comments } from '../../worker/db/schema'
import { second } from '../support/clock'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'
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

/** What a person types who writes for a firm and for the public. */
const typed = {
  clause: '1.1.2',
  stance: 'partly',
  body: '建议按“三年”平均 <认定>。\r\n第二行 & 其他。',
  kind: 'enterprise',
  name: organisation(4).name,
  uscc: organisation(4).uscc.toLowerCase(),
  displayName: '',
  publish: 'yes',
  contact: 'zhu@example.test',
}

async function preview(fields: Record<string, string> = typed): Promise<string> {
  const answer = await app.submit(form, fields)
  const html = await answer.text()
  expect(answer.status, html).toBe(200)
  return html
}

describe('the form without scripts', () => {
  it('leads over the preview to the receipt with its code', async () => {
    const html = await preview()
    expect(html).toContain('审核通过后，公众会看到')
    expect(html).toContain('第4精密制造有限公司')
    expect(html).toContain('建议按“三年”平均 &lt;认定>。')
    expect(html.replace(/"[^"]*"/g, '')).not.toContain('<认定>')
    const hidden = hiddenFieldsOf(html)
    expect(hidden).toMatchObject({
      ...typed,
      body: typed.body.replace('\r', ''),
    })

    app.clock.advance(5 * second)
    const sent = await app.submit(form, {
      ...hidden,
      step: 'send',
      answer: answerTo(html),
    })
    expect(sent.status).toBe(303)
    const location = sent.headers.get('location') ?? ''
    const publicId = /^\/receipts\/(T\d{3}-\w{4}-\w{4})\?sent$/.exec(location)?.[1] ?? ''
    expect(sent.headers.get('set-cookie')).toMatch(/; Path=\/receipts; HttpOnly; SameSite=Lax/)

    const receipt = await (await app.get(location, { as: cookiesOf(sent) })).text()
    const code = /(?:\w{4}-){2}\w{4}/.exec(cookiesOf(sent).split('.')[1] ?? '')?.[0] ?? 'none'
    expect(receipt).toContain(publicId)
    expect(receipt).toContain(code)
    expect(receipt).toContain('意见已收到，感谢您的参与')

    const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
    expect(row).toMatchObject({
      body: '建议按“三年”平均 <认定>。\n第二行 & 其他。',
      stance: 'partly',
      participantKind: 'enterprise',
      uscc: organisation(4).uscc,
      isPublishable: true,
      state: 'pending',
    })
    const [contact] = await app.db
      .select()
      .from(commentContacts)
      .where(eq(commentContacts.commentId, row?.id ?? 0))
    expect(contact?.value).toBe('zhu@example.test')
  })

  it('writes nothing before it is sent', async () => {
    const before = await countRows(app)
    const html = await preview()
    await app.submit(form, { ...hiddenFieldsOf(html), step: 'edit' })
    expect(await countRows(app)).toEqual(before)
  })

  it('goes back from the preview with everything that was typed', async () => {
    const hidden = hiddenFieldsOf(await preview())
    const html = await (await app.submit(form, { ...hidden, step: 'edit' })).text()
    expect(fieldsOf(html)).toMatchObject({
      ...typed,
      body: typed.body.replace('\r', ''),
    })
  })

  it('shows how an individual will be called, masked unless they agree', async () => {
    const person = {
      ...typed,
      kind: 'individual',
      displayName: '朱建国',
      name: '',
      uscc: '',
    }
    const masked = await preview(person)
    expect(masked).toContain('朱**')
    expect(masked).toContain('显示名全文')
    expect(await preview({ ...person, showName: 'yes' })).toMatch(/朱建国(?!")/)
    expect(await preview({ ...person, displayName: '' })).toContain('匿名')
  })

  it('says that nothing will be public where the author wants that', async () => {
    const html = await preview({ ...typed, publish: 'no' })
    expect(html).toContain('这条意见不会公开')
    expect(html).not.toContain('公众会看到')
  })

  it('takes a reply, on the clause of what it answers', async () => {
    const root = await makeComment(app, {
      clause: '1.1.2',
      body: '上一条意见。',
    })
    const page = await (await app.get(`${form}?parent=${root.publicId}`)).text()
    expect(page).toContain('上一条意见。')
    expect(hiddenFieldsOf(page).parentId).toBe(root.publicId)
    const html = await preview({
      ...typed,
      clause: '',
      parentId: root.publicId,
    })
    app.clock.advance(5 * second)
    const sent = await app.submit(form, {
      ...hiddenFieldsOf(html),
      step: 'send',
      answer: answerTo(html),
    })
    const publicId = /receipts\/([^?]+)/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
    const said = '回复 朱**：“上一条意见。”'
    const department = await preview({ ...typed, clause: '', parentId: root.publicId, publish: 'no' })
    const receipt = await (await app.get(`/receipts/${publicId}`, { as: cookiesOf(sent) })).text()
    for (const shown of [html, department, receipt]) expect(shown.includes(said)).toBe(true)
    const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
    const [rootRow] = await app.db.select().from(comments).where(eq(comments.publicId, root.publicId))
    expect(row).toMatchObject({
      parentId: rootRow?.id,
      clauseId: rootRow?.clauseId,
      depth: 1,
    })
  })
})

const choices = ['stance', 'kind', 'publish']

describe('what was typed is kept, and each mistake is said at its field', () => {
  it.each([
    [{ body: '' }, 'body', '请填写此项。'],
    [{ body: '字'.repeat(5001) }, 'body', '内容超过了字数上限。'],
    [{ stance: '' }, 'stance', '请选择您的态度。'],
    [{ kind: '' }, 'kind', '请选择您的身份。'],
    [{ name: ' ' }, 'name', '请填写此项。'],
    [{ uscc: '914403009999031241' }, 'uscc', '统一社会信用代码的校验位不符，请核对是否有误。'],
    [{ publish: '' }, 'publish', '请选择是否同意公开。'],
    [{ contact: '不告诉您' }, 'contact', '请填写有效的手机号、固定电话或电子邮箱，只填一种。'],
    [{ clause: '1.1.9' }, 'clause', '该措施没有所选的这一句。'],
  ])('%j', async (change: Record<string, string>, field, sentence) => {
    const before = await countRows(app)
    const answer = await app.submit(form, { ...typed, ...change })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('role="alert"')
    expect(html).toContain(`href="#field-${field}"`)
    expect(html).toMatch(new RegExp(`id="error-${field}"[^>]*>\\s*${sentence}`))
    const { clause, ...kept } = {
      ...typed,
      body: typed.body.replace('\r', ''),
      ...change,
    }
    const chosen = Object.entries(kept).filter(([name, value]) => !(choices.includes(name) && value === ''))
    expect(fieldsOf(html)).toMatchObject(Object.fromEntries(chosen))
    expect(await countRows(app)).toEqual(before)
  })

  it('a choice that is none is not one that was left out', async () => {
    const html = await (await app.submit(form, { ...typed, stance: 'none' })).text()
    expect(html).toMatch(/id="error-stance"[^>]*>\s*请从给出的选项中选择。/)
  })

  it('all at once, where all is missing', async () => {
    const html = await (await app.submit(form, {})).text()
    for (const field of ['stance', 'body', 'kind', 'publish']) expect(html).toContain(`id="error-${field}"`)
  })

  it('where what it answers is no longer public', async () => {
    const { publicId } = await makeComment(app, { state: 'rejected' })
    const answer = await app.submit(form, {
      ...typed,
      clause: '',
      parentId: publicId,
    })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('要回复的意见不存在或尚未公开。')
    expect(fieldsOf(html)).toMatchObject({
      uscc: typed.uscc,
      contact: typed.contact,
    })
  })
})
