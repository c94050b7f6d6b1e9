import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CommentContextView, NewComment } from '../../worker/contract/comments'
import type { FormView } from '../../worker/contract/stamped-forms'
import { bodyOf, errorOf } from '../support/answers'
import { decide, makeComment, organisation, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { cookiesOf } from '../support/make-user'
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

interface Row {
  body: string
  revision: number
  clause: string | null
  quote: string | null
  participant_name: string | null
  is_name_public: number
  is_publishable: number
  contact: string | null
}

const rowOf = async ({ publicId }: TestComment) =>
  (
    await app.rows<Row>(sql`
      SELECT body, revision, (SELECT key FROM clauses WHERE id = clause_id) AS clause, quote, participant_name, is_name_public,
        is_publishable, (SELECT value FROM comment_contacts WHERE comment_id = comments.id) AS contact
      FROM comments WHERE public_id = ${publicId}`)
  )[0]

async function opened(change: Partial<NewComment> = {}, state: TestComment['state'] = 'pending') {
  const comment = await makeComment(app, { state, ...change })
  const { publicId, queryCode } = comment
  const as = cookiesOf(await app.submit('/receipts', { publicId, queryCode }))
  const path = `/receipts/${publicId}/edit`
  const page = await app.get(path, { as })
  const html = await page.text()
  const submit = (fields: Record<string, string>) =>
    app.submit(path, { ...fieldsOf(html), ...fields }, { as })
  return { comment, as, path, page, html, fields: fieldsOf(html), submit }
}

const given = {
  body: '第一稿。',
  clause: '1.1.2',
  contact: 'zhu@example.org',
  participant: { kind: 'individual', displayName: '朱建国' },
} as const

describe('a comment sent again as it stands', () => {
  const sentence = '内容没有任何改动，没有提交，原来的提交时间不变。'
  const whole: Partial<NewComment> = {
    ...given,
    quote: '',
    wording: { text: '力争新培育专精特新中小企业260家。' },
    targets: [{ target: '1.1.2.1', opinion: 'too_high', value: 250 }],
  }

  it.each(['pending', 'returned'] as const)('is refused while it is %s, and nothing moves', async (state) => {
    const { comment, html, submit } = await opened(whole, state)
    expect(html.includes('<title>修改这条意见')).toBe(true)
    const before = await countRows(app)
    for (const step of ['preview', 'send']) {
      const answer = await submit({ step })
      expect(answer.status).toBe(409)
      const page = await answer.text()
      expect([page.includes(sentence), fieldsOf(page).body]).toEqual([true, '第一稿。'])
    }
    expect(await countRows(app)).toEqual(before)
    expect((await rowOf(comment))?.revision).toBe(1)
    const { publicId, queryCode } = comment
    const again = { publicId, queryCode, body: '第一稿。', stance: 'suggest' }
    expect((await errorOf(await app.post('/api/receipts/resubmit', again))).code).toBe('nothing_changed')
  })

  it.each([
    { body: '第二稿。' },
    { stance: 'oppose' },
    { clause: '1.1.1', wording: '' },
    { wording: '' },
    { displayName: '朱某' },
    { showName: 'yes' },
    { publish: 'no' },
    { contact: '' },
    { 'figure-1.1.2.1': '260' },
  ] as Record<string, string>[])('is taken with %j', async (change) => {
    const { comment, submit } = await opened(whole)
    expect((await submit({ ...change, step: 'send' })).status).toBe(303)
    expect((await rowOf(comment))?.revision).toBe(2)
  })
})

describe('the form of a comment that may be changed', () => {
  it('is the whole form, filled in as the comment stands, and kept by no cache', async () => {
    const { html, page, fields } = await opened({
      ...given,
      stance: 'partly',
      targets: [{ target: '1.1.2.1', opinion: 'too_high', value: 250 }],
    })
    expect(page.headers.get('cache-control')).toBe('no-store')
    expect(fields).toMatchObject({
      body: '第一稿。',
      stance: 'partly',
      clause: '1.1.2',
      kind: 'individual',
      displayName: '朱建国',
      publish: 'yes',
      contact: 'zhu@example.org',
      'opinion-1.1.2.1': 'too_high',
      'figure-1.1.2.1': '250',
    })
    expect(fields.showName).toBeUndefined()
    expect(html).toContain('最多 5,000 字')
  })

  it('shows exactly what will be public before anything is sent', async () => {
    const { submit, comment } = await opened(given)
    const before = await countRows(app)
    const answer = await submit({
      body: '第二稿。',
      clause: '1.1.1',
      displayName: '朱小明',
      showName: 'yes',
      step: 'preview',
    })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const sheet = html.slice(html.indexOf('preview-sheet'), html.indexOf('department-only'))
    expect(sheet).toContain('第二稿。')
    expect(sheet).toContain('朱小明')
    expect(sheet).not.toContain('zhu@example.org')
    expect(html).toContain('提交修改稿')
    expect(html).not.toContain('questionToken')
    expect(await countRows(app)).toEqual(before)
    expect((await rowOf(comment))?.body).toBe('第一稿。')
  })

  it('leads from a hint at personal data back to the text', async () => {
    const { submit, path } = await opened(given)
    const html = await (await submit({ body: '致电 13800138000。', step: 'preview' })).text()
    expect(html).toContain(`formaction="${path}#field-body"`)
  })

  it('changes text, clause, name, consents and contact in one new revision', async () => {
    const { submit, comment } = await opened({ ...given, quote: '专精特新' })
    const answer = await submit({
      body: '第二稿。',
      clause: '1.1.1',
      quote: '',
      displayName: '朱小明',
      showName: 'yes',
      publish: 'no',
      contact: '13800138000',
      step: 'send',
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/receipts/${comment.publicId}?changed`)
    expect(await rowOf(comment)).toEqual({
      body: '第二稿。',
      revision: 2,
      clause: '1.1.1',
      quote: null,
      participant_name: '朱小明',
      is_name_public: 1,
      is_publishable: 0,
      contact: '13800138000',
    })
    await decide(app, { publicId: comment.publicId, revision: 2, decision: 'publish' })
    expect(await app.rows(sql`SELECT state FROM comments WHERE public_id = ${comment.publicId}`)).toEqual([
      { state: 'private' },
    ])
  })

  it('says on record which fields were given anew, and nothing that they hold', async () => {
    const { submit, comment } = await opened(given)
    await submit({ body: '第二稿。', displayName: '朱小明', contact: '', step: 'send' })
    const [entry] = await app.rows<{ data: string }>(sql`
      SELECT data FROM audit_log WHERE subject_id = ${comment.publicId} AND action = 'comment.resubmitted'`)
    expect(JSON.parse(entry?.data ?? '{}')).toEqual({ revision: 2, changed: ['author', 'contact'] })
    expect((await rowOf(comment))?.contact).toBeNull()
  })

  it('keeps the organisation that signed it', async () => {
    const { submit, comment, html } = await opened({ participant: organisation(7) })
    expect(html).toContain('第7精密制造有限公司')
    await submit({
      body: '第二稿。',
      kind: 'individual',
      displayName: '某人',
      name: '别的公司',
      step: 'send',
    })
    expect(await rowOf(comment)).toMatchObject({
      body: '第二稿。',
      participant_name: '第7精密制造有限公司',
      is_name_public: 1,
    })
  })

  it.each([
    [{ body: '' }, 'body'],
    [{ publish: '' }, 'publish'],
    [{ contact: '不告诉您' }, 'contact'],
    [{ clause: '1.1.9' }, 'clause'],
  ])('keeps what was typed where %j is refused', async (wrong: Record<string, string>, field) => {
    const { submit } = await opened(given)
    const before = await countRows(app)
    const answer = await submit({ body: '写了很久。', displayName: '朱小明', ...wrong, step: 'send' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(`href="#field-${field}"`)
    expect(fieldsOf(html)).toMatchObject({ displayName: '朱小明', contact: wrong.contact ?? given.contact })
    if (field !== 'body') expect(fieldsOf(html).body).toBe('写了很久。')
    expect(await countRows(app)).toEqual(before)
  })

  it('comes back as it was typed from the preview, and without its passage where that is taken back', async () => {
    const { submit } = await opened(given)
    expect(fieldsOf(await (await submit({ body: '第二稿。', step: 'edit' })).text()).body).toBe('第二稿。')
  })

  it('comes back with wording and summary where it is refused, and stays open to be changed', async () => {
    const { submit, comment } = await opened(given)
    const typed = { body: '写了很久。', wording: '改过的一句。', annexSummary: '摘要。' }
    app.limits.allow('LOOKUP_LIMIT', 0)
    const answer = await submit({ ...typed, step: 'send' })
    expect(answer.status).toBe(429)
    const html = await answer.text()
    expect(html).toContain('写了很久。\n\n建议改为：改过的一句。\n\n保密附件摘要：摘要。')
    expect(html).toContain(`/receipts/${comment.publicId}/edit`)
  })

  it('gives all of it back once the half hour is over, which every sending begins anew', async () => {
    const { submit, path, fields, comment } = await opened(given)
    const again = await submit({ body: '第二稿。', step: 'preview' })
    expect(again.headers.get('set-cookie')).toContain(`receipt=${comment.publicId}.`)
    const typed = { body: '写了很久。', wording: '改过的一句。', 'evidence-1.1.2.1': '去年新增 9 家。' }
    const late = await app.submit(path, { ...fields, ...typed })
    expect(late.status).toBe(403)
    expect(await late.text()).toContain('写了很久。\n\n建议改为：改过的一句。\n\n依据：去年新增 9 家。')
  })

  it('is not there for a comment that is decided', async () => {
    const { page } = await opened({}, 'published')
    expect(page.status).toBe(303)
  })
})

describe('a comment that moves to another clause', () => {
  const countsOf = (publicId: string) =>
    app.rows<{ clause: string | null; kept: number; counted: number }>(sql`
      SELECT cl.key AS clause, n.count AS kept, (
          SELECT count(*) FROM comments c WHERE c.measure_id = n.measure_id AND coalesce(c.clause_id, 0) = n.clause_id
            AND c.participant_kind = n.participant_kind AND c.stance = n.stance AND c.state = n.state) AS counted
      FROM comment_counts n LEFT JOIN clauses cl ON cl.id = n.clause_id
      WHERE n.measure_id = (SELECT measure_id FROM comments WHERE public_id = ${publicId})`)

  it('is counted where it stands now, and its earlier text stays with the earlier clause', async () => {
    const { submit, comment } = await opened(given)
    await submit({ body: '第二稿。', clause: '', step: 'send' })
    expect((await rowOf(comment))?.clause).toBeNull()
    for (const { kept, counted } of await countsOf(comment.publicId)) expect(kept).toBe(counted)
    expect(
      await app.rows(sql`
        SELECT r.revision, cl.key FROM comment_revisions r LEFT JOIN clauses cl ON cl.id = r.clause_id
        WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${comment.publicId})`),
    ).toEqual([{ revision: 1, key: '1.1.2' }])
  })

  it('leaves the printed form of its earlier text what it was', async () => {
    const { submit, comment } = await opened({ ...given, participant: organisation(8), body: '盖章的一稿。' })
    const { publicId, queryCode } = comment
    const form = await bodyOf<FormView>(await app.post('/api/receipts/form', { publicId, queryCode }))
    await submit({ body: '第二稿。', clause: '1.1.1', wording: '', step: 'send' })
    const { match } = await bodyOf<{ match: string }>(
      await app.get(`/api/verify-form?id=${publicId}&revision=1&hash=${form.sha256}`),
    )
    expect(match).toBe('earlier')
  })

  it('may suggest a wording there, from none', async () => {
    const { submit, comment } = await opened({ body: '整项措施。' })
    const answer = await submit({
      body: '改到这一句。',
      clause: '1.1.2',
      wording: '力争新培育二百家。',
      step: 'send',
    })
    expect(answer.status).toBe(303)
    await decide(app, { publicId: comment.publicId, revision: 2, decision: 'publish' })
    const { comment: shown } = await bodyOf<CommentContextView>(
      await app.get(`/api/comments/${comment.publicId}`),
    )
    expect(shown.clauseKey).toBe('1.1.2')
    expect(shown.wording?.text).toBe('力争新培育二百家。')
  })

  it('is refused for a reply, whose place is that of what it answers', async () => {
    const { publicId: parentId } = await makeComment(app, { clause: '1.1.2' })
    const reply = await makeComment(app, { state: 'pending', parentId })
    const { publicId, queryCode } = reply
    const change = { publicId, queryCode, body: '改。', stance: 'partly', clause: '1.1.1' }
    const answer = await app.post('/api/receipts/resubmit', change)
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).fields).toHaveProperty('clause')
  })

  it('is refused by the database for one that is decided', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2' })
    const moved = app.db.run(sql`UPDATE comments SET clause_id = NULL WHERE public_id = ${publicId}`)
    await expect(Promise.resolve(moved)).rejects.toThrow()
    expect(
      await app.rows(sql`SELECT 1 FROM comments WHERE public_id = ${publicId} AND clause_id IS NULL`),
    ).toEqual([])
  })
})

describe('the receipt', () => {
  it('says at the top that the changed text came in, only where one did', async () => {
    const { submit, as, comment } = await opened(given)
    const early = await (await app.get(`/receipts/${comment.publicId}?changed`, { as })).text()
    expect(early).not.toContain('修改稿已收到')
    await submit({ body: '第二稿。', step: 'send' })
    const html = await (await app.get(`/receipts/${comment.publicId}?changed`, { as })).text()
    expect(html.indexOf('修改稿已收到')).toBeGreaterThan(0)
    expect(html.indexOf('修改稿已收到')).toBeLessThan(html.indexOf('<h1'))
  })

  it('is saved as a text file with number and code, by this browser alone', async () => {
    const { as, comment } = await opened(given)
    const path = `/receipts/${comment.publicId}/file`
    const answer = await app.get(path, { as })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="yanlu-${comment.publicId}.txt"`,
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(text).toContain(comment.publicId)
    expect(text).toContain(comment.queryCode)
    expect(text).toContain('（北京时间）')
    expect((await app.get(path)).status).toBe(303)
  })

  it('offers to copy both straight after sending, and to say something else', async () => {
    const { as, comment } = await opened(given)
    const html = await (await app.get(`/receipts/${comment.publicId}?sent`, { as })).text()
    expect(html).toContain(`data-copy="意见编号：${comment.publicId}\n查询码：${comment.queryCode}"`)
    expect(html).toContain('href="/measures/1.1/comment"')
    expect(html).toContain('再提一条意见')
  })
})
