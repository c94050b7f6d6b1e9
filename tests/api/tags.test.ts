import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CodingItem, CodingPage, TextsPage } from '../../worker/contract/coding'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { codeOf, makeCodebook, makeTag } from '../support/make-codebook'
import { decide, makeComment } from '../support/make-comment'
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
const put = (publicId: string, json: object, by = as) =>
  app.post(`${path}/comments/${publicId}/tags`, { revision: 1, ...json }, { as: by })
const remove = (id: number, by = as) => app.post(`${path}/tags/${id}/remove`, {}, { as: by })
const read = async (publicId: string) =>
  bodyOf<CodingItem>(await app.get(`${path}/comments/${publicId}`, { as }))

const early = await put((await makeComment(app)).publicId, { code: 1 })
const book = await makeCodebook(app, ['A1', 'A2'])
const [a1, a2] = [codeOf(book, 'A1'), codeOf(book, 'A2')]

describe('a tag', () => {
  it('is refused before a codebook is published', async () => {
    expect((await errorOf(early)).code).toBe('codebook_missing')
  })

  it('says who put it and when, and is on record', async () => {
    const { publicId } = await makeComment(app)
    const { tags } = await bodyOf<CodingItem>(await put(publicId, { code: a1 }))
    const at = app.clock.now().toISOString()
    expect(tags).toMatchObject([
      { codeId: a1, key: 'A1', name: '编码A1', start: null, end: null, by: '李工', at, isSuggested: false },
    ])
    expect(await auditOf(app, publicId, 'comment.tagged')).toMatchObject([
      { actorId: staff.actor.id, data: { code: 'A1', revision: 1 } },
    ])
  })

  it('is on a passage by UTF-16 offsets, where its words stand there', async () => {
    const { publicId } = await makeComment(app, { body: '请明确𠮷林的口径。' })
    const at = (start: number, end: number, quote: string) =>
      put(publicId, { code: a1, passage: { start, end, quote } })
    const { tags } = await bodyOf<CodingItem>(await at(3, 6, '𠮷林'))
    expect(tags).toMatchObject([{ start: 3, end: 6, isStale: false }])
    for (const [start, end, quote] of [
      [3, 6, '口径'],
      [4, 6, '\ud842林'],
      [3, 99, '𠮷林'],
      [5, 5, ''],
    ] as const)
      expect((await errorOf(await at(start, end, quote))).fields).toHaveProperty('passage')
  })

  it('is there once, however many put it at once, and on record once', async () => {
    const { publicId } = await makeComment(app)
    const answers = await Promise.all([put(publicId, { code: a1 }), put(publicId, { code: a1 }, other)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await read(publicId)).tags).toHaveLength(1)
    expect(await auditOf(app, publicId, 'comment.tagged')).toHaveLength(1)
  })

  it('is taken off once: who did, and that it was there, is kept', async () => {
    const { publicId } = await makeComment(app)
    const tag = await makeTag(app, publicId, a1, staff.actor)
    const answers = await Promise.all([remove(tag.id), remove(tag.id, other)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { tags, removed } = await read(publicId)
    expect(tags).toEqual([])
    expect(removed).toMatchObject([{ id: tag.id, by: '李工', removedBy: expect.stringMatching(/李工|吴工/) }])
    expect(await auditOf(app, publicId, 'comment.untagged')).toHaveLength(1)
    expect((await bodyOf<CodingItem>(await put(publicId, { code: a1 }))).tags).toHaveLength(1)
    await expect(app.db.run(sql`DELETE FROM tags WHERE id = ${tag.id}`)).rejects.toThrow()
  })

  it('is refused on another revision than the one that was read', async () => {
    const { publicId } = await makeComment(app)
    await app.db.run(sql`UPDATE comments SET revision = 2 WHERE public_id = ${publicId}`)
    const { code, message } = await errorOf(await put(publicId, { code: a1 }))
    expect(code).toBe('revision_changed')
    expect(message).toContain('标签没有加上')
    expect(await auditOf(app, publicId, 'comment.tagged')).toEqual([])
  })

  it('on a passage is told to be stale once words were hidden', async () => {
    const { publicId } = await makeComment(app, { body: '电话在前，口径在后，请明确。' })
    await put(publicId, { code: a1, passage: { start: 5, end: 7, quote: '口径' } })
    await put(publicId, { code: a2 })
    const redactions = [{ start: 0, end: 2, reason: 'contact' as const }]
    await decide(
      app,
      { publicId, revision: 1, decision: 'redact', redactions },
      (await makeUser(app, 'admin')).actor,
    )
    expect((await read(publicId)).tags.map(({ key, isStale }) => [key, isStale])).toEqual([
      ['A1', true],
      ['A2', false],
    ])
  })

  it('on an earlier text is told to be stale and counts nowhere, until the new text is tagged', async () => {
    const { publicId } = await makeComment(app, { measure: '1.2' })
    await put(publicId, { code: a1 })
    await app.db.run(sql`
      UPDATE comments SET state = 'pending', revision = 2, body = '改过的口径。' WHERE public_id = ${publicId}`)
    await decide(app, { publicId, revision: 2, decision: 'publish' })
    expect((await read(publicId)).tags).toMatchObject([{ key: 'A1', isStale: true }])
    const untagged = async () => {
      const list = await app.get(`${path}/comments?view=untagged&measure=1.2`, { as })
      return (await bodyOf<CodingPage>(list)).items.map((item) => item.publicId)
    }
    const codes = async () => {
      const texts = await bodyOf<TextsPage>(await app.get(`${path}/texts?measure=1.2`, { as }))
      const csv = await (await app.get('/api/staff/exports/comments.csv?measure=1.2', { as })).text()
      return [texts.items[0]?.codes, csv.includes('编码A1')]
    }
    expect(await untagged()).toEqual([publicId])
    expect(await codes()).toEqual([[], false])

    const { tags } = await bodyOf<CodingItem>(await put(publicId, { code: a1, revision: 2 }))
    expect(tags.map(({ isStale }) => isStale)).toEqual([true, false])
    expect(await untagged()).toEqual([])
    expect(await codes()).toEqual([[a1], true])
    await remove(tags[1]?.id ?? 0)
    expect(await untagged()).toEqual([publicId])
  })

  it.each(['pending', 'returned', 'rejected'] as const)(
    'has no place on a comment that is %s',
    async (state) => {
      const { publicId } = await makeComment(app, { state })
      expect((await put(publicId, { code: a1 })).status).toBe(404)
      expect((await app.get(`${path}/comments/${publicId}`, { as })).status).toBe(404)
    },
  )

  it('is of the present codebook', async () => {
    const { publicId } = await makeComment(app)
    expect((await errorOf(await put(publicId, { code: 9999 }))).fields).toHaveProperty('code')
    expect((await remove(9999)).status).toBe(404)
  })
})

describe('the list of comments to be sorted', () => {
  const list = async (query = '') => bodyOf<CodingPage>(await app.get(`${path}/comments${query}`, { as }))

  it('is in order of arrival, page after page, each comment once', async () => {
    for (let i = 0; i < 3; i += 1) await makeComment(app)
    const all: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const page: CodingPage = await list(`?limit=2&after=${after}`)
      all.push(...page.items.map(({ publicId }) => publicId))
      after = page.next
    }
    const [{ count } = { count: 0 }] = await app.rows<{ count: number }>(
      sql`SELECT count(*) AS count FROM cases WHERE is_admissible = 1`,
    )
    expect(all).toHaveLength(count)
    expect(new Set(all).size).toBe(count)
  })

  it('has a measure, and those without a tag, by themselves', async () => {
    const { publicId } = await makeComment(app, { measure: '2.1' })
    const tagged = await makeComment(app, { measure: '2.1' })
    await makeTag(app, tagged.publicId, a1)
    const ids = ({ items }: CodingPage) => items.map((item) => item.publicId)
    expect(ids(await list('?measure=2.1'))).toEqual([publicId, tagged.publicId])
    expect(ids(await list('?measure=2.1&view=untagged'))).toEqual([publicId])
  })

  it('gives the machine every text with the codes that it has', async () => {
    const { items, total, next } = await bodyOf<TextsPage>(await app.get(`${path}/texts?measure=2.1`, { as }))
    expect(items.map(({ codes }) => codes)).toEqual([[], [a1]])
    expect([total, next]).toEqual([2, null])
  })
})
