import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommentReceipt, SearchView, ThreadView } from '../../worker/contract/comments'
import type { MeasureView, PlanView } from '../../worker/contract/plan'
import { type CommentState, commentStates } from '../../worker/contract/words'
import { bodyOf } from '../support/answers'
import { makeComment, newComment, organisation, usccOf } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { solvedProof } from '../support/solve-challenge'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)

beforeEach(async () => {
  await makeConsultation(app)
})

/** Everything that anybody may read, as text: lists, permalinks, search, counts and pages. */
async function readAllThatIsPublic(publicIds: string[]): Promise<string> {
  const paths = [
    '/api/plan',
    '/api/measures/1.1',
    ...['newest', 'oldest', 'discussed'].map((sort) => `/api/measures/1.1/comments?sort=${sort}&limit=100`),
    '/api/measures/1.1/comments?clause=1.1.2',
    '/api/measures/1.1/comments?kind=enterprise',
    '/api/search?q=暗号&limit=100',
    '/api/search?q=暗',
    ...['/', '/measures/1.1', '/measures/1.1?clause=1.1.2', '/search?q=暗号'],
    ...publicIds.flatMap((id) => [`/api/comments/${id}`, `/comments/${id}`]),
    ...publicIds.map((id) => `/measures/1.1/comment?parent=${id}`),
  ]
  const answers = await Promise.all(paths.map(async (path) => (await app.get(path)).text()))
  return answers.join('\n').replaceAll('value="暗号"', '').replaceAll('“暗号”', '')
}

const silent = commentStates.filter((state) => state !== 'published')

describe.each(silent)('a comment that is %s', (state) => {
  it('is nowhere that anybody reads, and counts for nothing', async () => {
    const root = await makeComment(app, { clause: '1.1.2', body: '公开的一条。' })
    const participant = organisation(41)
    const hidden = await makeComment(app, { state, clause: '1.1.2', body: '暗号甲。', participant })
    const reply = await makeComment(app, { state, parentId: root.publicId, body: '暗号乙。' })
    const text = await readAllThatIsPublic([root.publicId, hidden.publicId, reply.publicId])
    expect(text).toContain('公开的一条')
    expect(text).not.toMatch(/暗号[甲乙]|第41精密/)

    const plan = await bodyOf<PlanView>(await app.get('/api/plan'))
    expect(plan.counts.published).toBe(1)
    expect(plan.counts.byKind.enterprise).toBe(0)
    const measure = await bodyOf<MeasureView>(await app.get('/api/measures/1.1'))
    expect(measure.counts.published).toBe(1)
    expect(measure.clauses.map(({ published }) => published)).toEqual([0, 1, 0])
    const { items } = await bodyOf<{ items: ThreadView[] }>(await app.get('/api/measures/1.1/comments'))
    expect(items.map(({ publicId, replyCount, replies }) => [publicId, replyCount, replies])).toEqual([
      [root.publicId, 0, []],
    ])
    const found = await bodyOf<SearchView>(await app.get('/api/search?q=暗号'))
    expect(found.items).toEqual([])
    for (const { publicId } of [hidden, reply]) {
      expect((await app.get(`/api/comments/${publicId}`)).status).toBe(404)
      expect((await app.get(`/comments/${publicId}`)).status).toBe(404)
    }
  })
})

describe('a published comment', () => {
  it('is everywhere that it should be', async () => {
    const { publicId } = await makeComment(app, { clause: '1.1.2', body: '暗号丙。' })
    const text = await readAllThatIsPublic([publicId])
    expect(text.match(/暗号丙|暗号<\/mark>丙/g)?.length).toBeGreaterThan(8)
    const plan = await bodyOf<PlanView>(await app.get('/api/plan'))
    expect(plan.themes.map(({ published }) => published)).toEqual([1, 0])
  })

  it('shows no code, no contact and no name that was not to be shown', async () => {
    const contact = '13912345678'
    const comments = [
      await makeComment(app, { participant: organisation(42), contact }),
      await makeComment(app, { participant: { kind: 'individual', displayName: '欧阳修远' }, contact }),
      await makeComment(app, {
        participant: { kind: 'individual', displayName: '司马光明' },
        consent: { publish: true, name: true },
      }),
    ]
    const text = await readAllThatIsPublic(comments.map(({ publicId }) => publicId))
    expect(text).toContain('第42精密制造有限公司')
    expect(text).toContain('欧**')
    expect(text).toContain('司马光明')
    expect(text).not.toMatch(new RegExp(`欧阳|${contact}|${usccOf(42)}`))
    for (const { queryCode } of comments) expect(text).not.toContain(queryCode)
  })

  it('hides the parent of which it was a reply once that is no longer public', async () => {
    const root = await makeComment(app, { body: '暗号丁。' })
    const reply = await makeComment(app, { parentId: root.publicId, body: '回复暗号丁的人。' })
    await app.db.run(sql`UPDATE comments SET state = 'withdrawn' WHERE public_id = ${root.publicId}`)
    const answer = await app.get(`/api/comments/${reply.publicId}`)
    expect(await answer.text()).not.toContain('暗号丁。"')
    expect((await app.get(`/api/measures/1.1/comments`)).status).toBe(200)
  })
})

describe('the query code', () => {
  it('is in no column of any table, nor in the log', async () => {
    const states: CommentState[] = ['pending', 'published', 'returned']
    const made = await Promise.all(states.map((state) => makeComment(app, { state, contact: '13800138000' })))
    const altcha = await solvedProof(app)
    const sent = await app.post('/api/measures/1.1/comments', newComment({ altcha }))
    const receipt = await bodyOf<CommentReceipt>(sent)
    for (const { publicId, queryCode } of [...made, receipt]) {
      const answer = await app.submit('/receipts', { publicId, queryCode })
      expect(answer.status).toBe(303)
    }
    const everything = await readAllColumns()
    expect(everything).toContain(receipt.publicId)
    for (const { queryCode } of [...made, receipt]) {
      expect(everything).not.toContain(queryCode)
      expect(everything).not.toContain(queryCode.replaceAll('-', ''))
      expect(JSON.stringify(app.logs)).not.toContain(queryCode)
    }
  })

  it('is hashed together with its number, so that equal codes look different', async () => {
    const draw = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
    app.chance.plan(draw, draw)
    const [one, other] = [await makeComment(app), await makeComment(app)]
    expect(one.queryCode).toBe(other.queryCode)
    const hashes = await app.rows<{ query_code_hash: string }>(
      sql`SELECT query_code_hash FROM comments WHERE public_id IN (${one.publicId}, ${other.publicId})`,
    )
    expect(new Set(hashes.map((row) => row.query_code_hash)).size).toBe(2)
  })
})

async function readAllColumns(): Promise<string> {
  const tables = await app.rows<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table'`)
  const contents = await Promise.all(tables.map(({ name }) => app.rows(sql.raw(`SELECT * FROM "${name}"`))))
  return JSON.stringify(contents)
}
