import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { CodingItem, CodingPage } from '../../worker/contract/coding'
import type { RunView, Settled, SuggestionCount } from '../../worker/contract/suggestions'
import { runDailyWork } from '../../worker/services/schedule/run-daily-work'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { codeOf, makeCodebook, makeRun, makeTag, testParameters } from '../support/make-codebook'
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
const book = await makeCodebook(app, ['A1', 'A2'])
const [a1, a2] = [codeOf(book, 'A1'), codeOf(book, 'A2')]

const path = '/api/staff/coding'
const post = (to: string, json: unknown, by = as) => app.post(`${path}${to}`, json, { as: by })
const read = async (publicId: string) =>
  bodyOf<CodingItem>(await app.get(`${path}/comments/${publicId}`, { as }))
const latest = async () =>
  (await bodyOf<{ run: RunView | null }>(await app.get(`${path}/suggestion-runs`, { as }))).run
const propose = (publicId: string, code = a1, cluster = 1) => ({
  publicId,
  code,
  cluster,
  phrase: '口径',
  score: 0.5,
})
const comments = async (count: number) => {
  const made: string[] = []
  for (let i = 0; i < count; i += 1) made.push((await makeComment(app)).publicId)
  return made
}

describe('a run of the machine', () => {
  it('is kept with its seed, parameters and clusters, and counts once it is complete', async () => {
    const [publicId = ''] = await comments(1)
    const clusters = [{ number: 1, size: 1, phrases: ['认定口径'], examples: [publicId] }]
    const json = {
      version: book.version,
      seed: 4294967295,
      measure: '1.1',
      parameters: testParameters,
      clusters,
    }
    const { run } = await bodyOf<{ run: RunView }>(
      await post('/suggestion-runs', { ...json, commentCount: 1 }),
    )
    expect(run).toMatchObject({ ...json, commentCount: 1, madeBy: '李工', isComplete: false })
    const part = (isLast: boolean, suggestions = [propose(publicId)]) =>
      post(`/suggestion-runs/${run.id}/suggestions`, { suggestions, isLast })
    await part(false)
    expect((await read(publicId)).suggestions).toEqual([])
    expect(await latest()).toBeNull()
    await part(true, [propose(publicId, a2)])
    expect((await read(publicId)).suggestions).toMatchObject([
      { codeId: a1, key: 'A1', phrase: '口径', score: 0.5 },
      { codeId: a2 },
    ])
    expect(await latest()).toMatchObject({ id: run.id, isComplete: true })
    expect((await errorOf(await part(true))).code).toBe('run_complete')
    const rows = (await auditOf(app, String(run.id))).filter((row) => row.subjectKind === 'suggestion_run')
    expect(rows.map(({ action }) => action)).toEqual(['suggestion_run.started', 'suggestion_run.completed'])
  })

  it('takes no suggestions from anybody else', async () => {
    const run = await makeRun(app, book.version, [], { by: staff.actor, isLast: false })
    expect((await post(`/suggestion-runs/${run.id}/suggestions`, { isLast: true }, other)).status).toBe(404)
  })

  it('leaves out what people have said already, and what it may not know', async () => {
    const [tagged = '', dismissed = '', fresh = ''] = await comments(3)
    const { publicId: pending } = await makeComment(app, { state: 'pending' })
    await makeTag(app, tagged, a1)
    await makeRun(app, book.version, [propose(dismissed)])
    const [open] = (await read(dismissed)).suggestions
    await post(`/suggestions/${open?.id}/settle`, { to: 'dismissed' })
    const { counts } = await makeRun(app, book.version, [
      propose(tagged),
      propose(dismissed),
      propose(fresh),
      propose(fresh),
      propose(pending),
      propose(fresh, 9999),
    ])
    expect(counts).toEqual([{ cluster: 1, code: a1, open: 1, accepted: 0, dismissed: 0 }])
  })

  it('is for a published codebook', async () => {
    const clusters = [{ number: 1, size: 1, phrases: [], examples: [] }]
    const json = { version: 99, seed: 1, parameters: testParameters, clusters, commentCount: 1 }
    expect((await errorOf(await post('/suggestion-runs', json))).code).toBe('codebook_missing')
  })
})

describe('a suggestion', () => {
  it('is a tag only once somebody accepts it; the tag says where it came from', async () => {
    const [publicId = ''] = await comments(1)
    await makeRun(app, book.version, [propose(publicId)])
    const before = await read(publicId)
    expect(before.tags).toEqual([])
    const [open] = before.suggestions
    const answers = await Promise.all([
      post(`/suggestions/${open?.id}/settle`, { to: 'accepted' }),
      post(`/suggestions/${open?.id}/settle`, { to: 'accepted' }, other),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const after = await read(publicId)
    expect(after.tags).toMatchObject([{ codeId: a1, isSuggested: true }])
    expect(after.suggestions).toEqual([])
    expect((await auditOf(app, publicId)).map(({ action }) => action).slice(-2)).toEqual([
      'comment.tagged',
      'suggestion.accepted',
    ])
    expect(await auditOf(app, publicId, 'comment.tagged')).toHaveLength(1)
  })

  it('is settled one way, whoever is faster', async () => {
    const [publicId = ''] = await comments(1)
    await makeRun(app, book.version, [propose(publicId)])
    const [open] = (await read(publicId)).suggestions
    await Promise.all([
      post(`/suggestions/${open?.id}/settle`, { to: 'accepted' }),
      post(`/suggestions/${open?.id}/settle`, { to: 'dismissed' }, other),
    ])
    const [row] = await app.rows<{ state: string; tags: number }>(sql`
      SELECT state, (SELECT count(*) FROM tags WHERE suggestion_id = g.id) AS tags FROM tag_suggestions g
      WHERE id = ${open?.id}`)
    expect(row?.tags).toBe(row?.state === 'accepted' ? 1 : 0)
  })

  it('of an earlier run, or of a text that has changed since, does not count', async () => {
    const [publicId = '', changed = ''] = await comments(2)
    await makeRun(app, book.version, [propose(publicId)])
    await makeRun(app, book.version, [propose(changed)])
    expect((await read(publicId)).suggestions).toEqual([])
    expect((await read(changed)).suggestions).toHaveLength(1)
    const later = app.clock.now().getTime() + 1
    await app.db.run(sql`UPDATE comments SET submitted_at = ${later} WHERE public_id = ${changed}`)
    expect((await read(changed)).suggestions).toEqual([])
  })
})

describe('a run of one measure', () => {
  const ofMeasure = async (measure: string, suggestions: ReturnType<typeof propose>[], isLast = true) => {
    const clusters = [{ number: 1, size: 1, phrases: [], examples: [] }]
    const json = { version: book.version, seed: 1, measure, parameters: testParameters, clusters }
    const { run } = await bodyOf<{ run: RunView }>(
      await post('/suggestion-runs', { ...json, commentCount: 1 }),
    )
    await post(`/suggestion-runs/${run.id}/suggestions`, { suggestions, isLast })
    return run
  }
  const openOf = async (publicId: string) => (await read(publicId)).suggestions.map(({ codeId }) => codeId)

  it('takes the place of what was proposed for it, and of nothing else', async () => {
    const { publicId: one } = await makeComment(app, { measure: '1.2' })
    const { publicId: other } = await makeComment(app, { measure: '2.1' })
    await ofMeasure('1.2', [propose(one)])
    await ofMeasure('2.1', [propose(other), propose(one, a2)])
    expect([await openOf(one), await openOf(other)]).toEqual([[a1], [a1]])
    const listed = await bodyOf<CodingPage>(
      await app.get(`${path}/comments?view=suggested&limit=100`, { as }),
    )
    expect(listed.items.map(({ publicId }) => publicId)).toEqual(expect.arrayContaining([one, other]))
    await ofMeasure('1.2', [propose(one, a2)])
    expect([await openOf(one), await openOf(other)]).toEqual([[a2], [a1]])
    await makeRun(app, book.version, [propose(other, a2)])
    expect([await openOf(one), await openOf(other)]).toEqual([[], [a2]])
  })

  it('that was broken off can be settled by nobody, and is cleared away within two days', async () => {
    const { publicId } = await makeComment(app, { measure: '1.2' })
    const run = await ofMeasure('1.2', [propose(publicId)], false)
    expect(await openOf(publicId)).toEqual([])
    const stored = () =>
      app.rows<{ id: number }>(sql`SELECT id FROM tag_suggestions WHERE run_id = ${run.id}`)
    const [row] = await stored()
    expect((await post(`/suggestions/${row?.id}/settle`, { to: 'accepted' })).status).toBe(404)
    await runDailyWork(app.context())
    expect(await stored()).toHaveLength(1)
    app.clock.advance(2 * 86_400_000)
    await runDailyWork(app.context())
    expect(await stored()).toEqual([])
    app.clock.advance(-2 * 86_400_000)
  })

  it('is refused for a measure that is none', async () => {
    const clusters = [{ number: 1, size: 1, phrases: [], examples: [] }]
    const json = { version: book.version, seed: 1, measure: '9.9', parameters: testParameters, clusters }
    const refused = await errorOf(await post('/suggestion-runs', { ...json, commentCount: 1 }))
    expect(Object.keys(refused.fields ?? {})).toEqual(['measure'])
  })
})

describe('a cluster', () => {
  const part = (run: RunView) => ({ run: run.id, cluster: 1, code: a1 })
  const count = async (run: RunView) => bodyOf<SuggestionCount>(await post('/suggestions/count', part(run)))

  it('is counted, then accepted as it was counted: a tag and an audit row for each', async () => {
    const ids = await comments(4)
    const [first = '', , , last = ''] = ids
    const run = await makeRun(app, book.version, [
      ...ids.slice(0, 3).map((publicId) => propose(publicId)),
      propose(last, a1, 2),
    ])
    await makeTag(app, first, a1)
    const { count: counted, upTo, sample } = await count(run)
    expect(counted).toBe(3)
    expect(sample).toHaveLength(3)
    const listed = await bodyOf<CodingPage>(
      await app.get(`${path}/comments?view=suggested&limit=100`, { as }),
    )
    expect(listed.items.map(({ publicId }) => publicId)).toEqual(ids.slice(1))
    const settled = await bodyOf<Settled>(
      await post('/suggestions/settle', { ...part(run), upTo, to: 'accepted' }),
    )
    expect(settled).toEqual({ settled: 3, left: 0 })
    for (const publicId of ids.slice(0, 3)) {
      expect((await read(publicId)).tags.map(({ codeId }) => codeId)).toEqual([a1])
      expect(await auditOf(app, publicId, 'comment.tagged')).toHaveLength(1)
    }
    expect((await read(last)).suggestions).toHaveLength(1)
    expect(await auditOf(app, String(run.id), 'suggestions.accepted')).toMatchObject([{ data: { count: 3 } }])
    expect((await latest())?.counts[0]).toMatchObject({ open: 0, accepted: 3 })
  })

  it('is settled once by two who settle it at once', async () => {
    const ids = await comments(3)
    const run = await makeRun(
      app,
      book.version,
      ids.map((publicId) => propose(publicId)),
    )
    const { upTo } = await count(run)
    const json = { ...part(run), upTo, to: 'accepted' }
    const answers = await Promise.all([
      post('/suggestions/settle', json),
      post('/suggestions/settle', json, other),
    ])
    const settled = await Promise.all(answers.map((answer) => bodyOf<Settled>(answer)))
    expect(settled.map((each) => each.settled).sort()).toEqual([0, 3])
    for (const publicId of ids) expect(await auditOf(app, publicId, 'comment.tagged')).toHaveLength(1)
  })

  it('leaves what came after the count', async () => {
    const ids = await comments(2)
    const run = await makeRun(
      app,
      book.version,
      ids.map((publicId) => propose(publicId)),
    )
    const [first] = await app.rows<{ id: number }>(
      sql`SELECT min(id) AS id FROM tag_suggestions WHERE run_id = ${run.id}`,
    )
    const json = { ...part(run), upTo: first?.id ?? 0, to: 'dismissed' }
    expect(await bodyOf<Settled>(await post('/suggestions/settle', json))).toEqual({ settled: 1, left: 0 })
    expect((await count(run)).count).toBe(1)
  })
})
