import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CodebookList, CodebookView, LintView } from '../../worker/contract/codebook'
import { codebookEntries } from '../../worker/db/schema'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn, auditOf } from '../support/audit'
import { codeOf, makeCodebook, makeTag } from '../support/make-codebook'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const staff = await makeUser(app, 'staff', '李工')
const as = await signIn(app, staff)
const other = await signIn(app, await makeUser(app, 'staff', '吴工'))

const path = '/api/staff/coding'
const list = async () => bodyOf<CodebookList>(await app.get(`${path}/codebooks`, { as }))
const read = async (version: number) =>
  bodyOf<CodebookView>(await app.get(`${path}/codebooks/${version}`, { as }))
const post = (to: string, json: unknown, by = as) => app.post(`${path}/codebook-draft${to}`, json, { as: by })
const start = async () => bodyOf<CodebookView>(await post('', {}))
const words = { theme: '政策', name: '口径', definition: '关于口径。' }
const add = async (draft: CodebookView, key: string, change = {}) =>
  bodyOf<CodebookView>(await post('/codes', { edit: draft.edit, key, ...words, ...change }))
const publish = async ({ edit }: CodebookView, note = '') =>
  bodyOf<CodebookView>(await post('/publish', { edit, note }))

describe('the codebook', () => {
  it('is written as a draft and then published, each step on record', async () => {
    expect(await list()).toEqual({ versions: [], published: null, draft: null })
    let draft = await start()
    expect(draft).toMatchObject({ version: 1, publishedAt: null, createdBy: '李工', codes: [] })
    expect((await errorOf(await post('/publish', { edit: draft.edit }))).code).toBe('codebook_empty')
    draft = await add(draft, 'A1')
    draft = await add(draft, 'A2', { name: '资金', example: '建议提高比例。' })
    const published = await publish(draft, '初版')
    expect(published).toMatchObject({ note: '初版', publishedBy: '李工' })
    expect(published.codes.map(({ key, name, example }) => [key, name, example])).toEqual([
      ['A1', '口径', ''],
      ['A2', '资金', '建议提高比例。'],
    ])
    expect(await list()).toMatchObject({ published: 1, draft: null })
    expect(await actionsOn(app, '1')).toEqual([
      'codebook.draft_started',
      'codebook.code_added',
      'codebook.code_added',
      'codebook.published',
    ])
  })

  it('begins the next version with the codes of the last; a code keeps its id and key', async () => {
    const before = await read(1)
    let draft = await start()
    expect(draft.codes).toEqual(before.codes)
    const [a1, a2] = [codeOf(draft, 'A1'), codeOf(draft, 'A2')]
    draft = await bodyOf(await post(`/codes/${a1}`, { edit: draft.edit, ...words, definition: '新的定义。' }))
    draft = await bodyOf(await post('/order', { edit: draft.edit, codes: [a2, a1] }))
    draft = await bodyOf(await post(`/codes/${a2}/retire`, { edit: draft.edit }))
    await publish(draft)
    expect((await read(2)).codes).toEqual([{ ...before.codes[0], definition: '新的定义。' }])
    expect(await read(1)).toEqual(before)
    expect(await auditOf(app, '2', 'codebook.code_changed')).toMatchObject([
      { data: { key: 'A1', fields: ['definition'] } },
    ])
  })

  it('brings a code back by the key that it had', async () => {
    const [, a2] = (await read(1)).codes
    const draft = await add(await start(), 'A2', { name: '资金与拨付' })
    expect(codeOf(draft, 'A2')).toBe(a2?.id)
    await publish(draft)
  })

  it('refuses a key twice, one that is malformed, and a theme or a name left out', async () => {
    const { edit } = await start()
    const fieldsOf = async (json: object) =>
      Object.keys((await errorOf(await post('/codes', { edit, key: 'N1', ...words, ...json }))).fields ?? {})
    expect(await fieldsOf({ key: 'A1' })).toEqual(['key'])
    for (const key of ['', '1', '甲', 'A 1', 'A234567890123'])
      expect(await fieldsOf({ key })).toEqual(['key'])
    expect(await fieldsOf({ theme: ' ', name: '' })).toEqual(['theme', 'name'])
    expect(await fieldsOf({ definition: '字'.repeat(501) })).toEqual(['definition'])
  })

  it('refuses an order that is not of all its codes', async () => {
    const { edit, codes } = await start()
    const [first = 0, second = 0] = codes.map(({ id }) => id)
    for (const wrong of [[first], [first, first], [first, second, 9999]])
      expect((await errorOf(await post('/order', { edit, codes: wrong }))).fields).toHaveProperty('codes')
  })

  it('is changed by one of two who change it at once; the other is told', async () => {
    const { edit, version } = await start()
    const before = (await auditOf(app, String(version), 'codebook.code_added')).length
    const answers = await Promise.all([
      post('/codes', { edit, key: 'R1', ...words }),
      post('/codes', { edit, key: 'R2', ...words }, other),
      post('/codes', { edit, key: 'R3', ...words }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const { codes } = await read(version)
    expect(codes.filter(({ key }) => key.startsWith('R'))).toHaveLength(1)
    expect((await auditOf(app, String(version), 'codebook.code_added')).length).toBe(before + 1)
    expect((await errorOf(await post('/publish', { edit }))).code).toBe('codebook_draft_changed')
  })

  it('has one draft, however many start it at once', async () => {
    await publish(await start())
    const drafts = await Promise.all([post('', {}), post('', {}, other), post('', {})])
    const views = await Promise.all(drafts.map((answer) => bodyOf<CodebookView>(answer)))
    expect(new Set(views.map(({ edit }) => edit)).size).toBe(1)
    expect(await auditOf(app, String(views[0]?.version), 'codebook.draft_started')).toHaveLength(1)
    await publish(views[0] as CodebookView)
  })

  it('has no draft to change once it is published', async () => {
    const { edit } = await read((await list()).published ?? 0)
    expect((await post('/codes', { edit, key: 'N9', ...words })).status).toBe(404)
  })

  it('is kept as it was published by the database itself', async () => {
    const version = sql`(SELECT id FROM codebooks WHERE version = 1)`
    const because = async (work: Promise<unknown>) =>
      work.then(
        () => 'nothing',
        (error: Error) => String(error.cause ?? error),
      )
    const write = (query: ReturnType<typeof sql>) => because(app.db.run(query))
    for (const query of [
      sql`UPDATE codebook_entries SET name = 'x' WHERE codebook_id = ${version}`,
      sql`DELETE FROM codebook_entries WHERE codebook_id = ${version}`,
      sql`INSERT INTO codebook_entries (codebook_id, code_id, position, theme, name, definition)
        SELECT ${version}, max(id), 9, 'x', 'x', 'x' FROM codes`,
      sql`UPDATE codebooks SET published_at = NULL, published_by = NULL WHERE id = ${version}`,
    ])
      expect(await write(query)).toContain('a published codebook is not edited')
    expect(await write(sql`UPDATE codes SET key = 'x' WHERE key = 'A1'`)).toContain('a code keeps its key')
    expect((await app.db.select().from(codebookEntries)).length).toBeGreaterThan(0)
  })
})

describe('a draft that is thrown away', () => {
  const discard = (edit: string, by = as) => post('/discard', { edit }, by)

  it('is gone with its changes, on record, while what is published stays', async () => {
    const before = await list()
    const published = await read(before.published ?? 0)
    const draft = await add(await start(), 'Z1')
    const left = await bodyOf<CodebookList>(await discard(draft.edit))
    expect(left).toEqual(before)
    expect(await read(before.published ?? 0)).toEqual(published)
    expect((await actionsOn(app, String(draft.version))).at(-1)).toBe('codebook.draft_discarded')
    const next = await start()
    expect(next).toMatchObject({ version: draft.version, codes: published.codes })
    await discard(next.edit)
  })

  it('is refused where a colleague has changed it since, or there is none', async () => {
    const seen = await start()
    const now = await bodyOf<CodebookView>(
      await post('/codes', { edit: seen.edit, key: 'Z2', ...words }, other),
    )
    expect((await errorOf(await discard(seen.edit))).code).toBe('codebook_draft_changed')
    expect((await list()).draft).toBe(now.version)
    expect((await discard(now.edit, other)).status).toBe(200)
    expect((await errorOf(await discard(now.edit))).code).toBe('not_found')
  })
})

describe('the lint of the codebook', () => {
  it('counts admissible comments, each once, and what occurs together', async () => {
    const book = await makeCodebook(app, ['A1', 'A2'])
    const [a1, a2] = [codeOf(book, 'A1'), codeOf(book, 'A2')]
    for (const codes of [[a1, a2], [a1], []]) {
      const { publicId } = await makeComment(app)
      for (const code of codes) await makeTag(app, publicId, code, staff.actor)
    }
    const { publicId: gone } = await makeComment(app)
    await makeTag(app, gone, a1, staff.actor)
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${gone}`)
    const lint = await bodyOf<LintView>(await app.get(`${path}/codebooks/${book.version}/lint`, { as }))
    expect(lint).toMatchObject({ comments: 3, tagged: 2 })
    expect(lint.codes.filter(({ id }) => id === a1 || id === a2)).toEqual([
      { id: a1, count: 2 },
      { id: a2, count: 1 },
    ])
    expect(lint.findings).toContainEqual({ kind: 'no_example', codes: [a1], count: null, share: null })
  })
})
