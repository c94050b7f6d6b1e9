import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReleaseCount, ReleaseView, ResponseView } from '../../worker/contract/responses'
import { releaseResponses } from '../../worker/services/responses/release-responses'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, type TestUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const path = '/api/staff/response-releases'
let admin: TestUser
let head: TestUser
const cookies = { admin: '', head: '', clerk: '' }

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  admin = await makeUser(app, 'admin')
  head = await makeUser(app, 'staff', '郑岚')
  const clerk = await makeUser(app, 'staff', '李颖')
  await makeUnit(app, { leads: ['1.2'], heads: [head.actor.id], members: [clerk.actor.id] })
  cookies.admin = await signIn(app, admin)
  cookies.head = await signIn(app, head)
  cookies.clerk = await signIn(app, clerk)
})

const count = async (change: object = {}, who: keyof typeof cookies = 'admin') => {
  const selection = { of: 'approved', ...change }
  return bodyOf<ReleaseCount>(await app.post(`${path}/count`, { selection }, { as: cookies[who] }))
}
const release = (responses: { id: number; version: number }[], who: keyof typeof cookies = 'admin') =>
  app.post(path, { responses, note: '' }, { as: cookies[who] })
const approved = async (measure = '1.1') => {
  const { actor } = await makeUser(app, 'admin')
  const publicIds = [
    (await makeComment(app, { measure })).publicId,
    (await makeComment(app, { measure })).publicId,
  ]
  return makeResponse(app, { on: { of: 'comments', publicIds }, state: 'approved', by: actor })
}
const stateOf = async (id: number) => {
  const [row] = await app.rows<{ state: string; published_version: number | null }>(sql`
    SELECT state, published_version FROM responses WHERE id = ${id}`)
  return row
}

describe('a release', () => {
  it('is counted first, then makes the set public in one act, each answer with its row of the audit', async () => {
    const made = [await approved(), await approved()]
    await makeResponse(app, { state: 'reviewed' })
    const counted = await count()
    expect(counted).toEqual({
      count: 2,
      others: 0,
      comments: 4,
      responses: made.map(({ id, version }) => ({ id, version })),
    })
    const view = await bodyOf<ReleaseView>(await release(counted.responses))
    expect(view.released).toBe(2)
    for (const { id } of made) {
      expect(await stateOf(id)).toEqual({ state: 'published', published_version: 1 })
      expect(
        (await actionsOn(app, String(id))).filter((action) => action === 'response.published'),
      ).toHaveLength(1)
    }
    const rows = await app.rows<{ response_count: number; steps: number }>(sql`
      SELECT r.response_count, (SELECT count(*) FROM response_steps WHERE release_id = r.id) AS steps
      FROM response_releases r WHERE id = ${view.id}`)
    expect(rows).toEqual([{ response_count: 2, steps: 2 }])
    expect((await count()).count).toBe(0)
  })

  it('counts the comments that it answers, without one that is no longer accepted', async () => {
    const { id } = await approved()
    const selection = { of: 'chosen', ids: [id] }
    expect((await count(selection)).comments).toBe(2)
    await app.db.run(sql`
      UPDATE comments SET state = 'rejected' WHERE id = (SELECT max(comment_id) FROM cases WHERE response_id = ${id})`)
    expect((await count(selection)).comments).toBe(1)
    const path = `/api/staff/responses/${id}`
    expect((await bodyOf<ResponseView>(await app.get(path, { as: cookies.admin }))).comments).toBe(1)
    await release([{ id, version: 1 }])
  })

  it('is of the chosen ones, or of a measure', async () => {
    const [one, two] = [await approved(), await approved('2.1')]
    expect((await count({ of: 'chosen', ids: [one.id] })).responses).toEqual([{ id: one.id, version: 1 }])
    expect((await count({ measure: '2.1' })).responses).toEqual([{ id: two.id, version: 1 }])
    await release([one, two].map(({ id, version }) => ({ id, version })))
  })

  it('is of a unit where one is named, within the measure that is named', async () => {
    const unit = await makeUnit(app, { leads: ['2.1'], heads: [head.actor.id] })
    const [ofUnit, other] = [await approved('2.1'), await approved('1.2')]
    expect((await count({ unit })).responses).toEqual([{ id: ofUnit.id, version: 1 }])
    expect((await count({ unit, measure: '1.2' })).responses).toEqual([])
    expect((await count()).count).toBe(2)
    await release([ofUnit, other].map(({ id, version }) => ({ id, version })))
  })

  it('is all of the set or none of it', async () => {
    const [one, two] = [await approved(), await approved()]
    const sendBack = { version: 1, note: '再核一次。' }
    await app.post(`/api/staff/responses/${two.id}/send-back`, sendBack, { as: cookies.admin })
    const before = await countRows(app)
    const refs = [one, two].map(({ id, version }) => ({ id, version }))
    expect((await errorOf(await release(refs))).code).toBe('response_step_refused')
    const next = [refs[0] ?? { id: 0, version: 1 }, { id: two.id, version: 2 }]
    expect((await errorOf(await release(next))).code).toBe('response_changed')
    expect(await countRows(app)).toEqual(before)
    expect(await stateOf(one.id)).toEqual({ state: 'approved', published_version: null })
    await release([refs[0] ?? { id: 0, version: 1 }])
  })

  it('is the head’s of that unit or an administrator’s', async () => {
    const [theirs, other] = [await approved('1.2'), await approved()]
    expect(await count({}, 'head')).toMatchObject({ count: 1, others: 1, comments: 2 })
    expect((await count({}, 'clerk')).count).toBe(0)
    const refs = [theirs, other].map(({ id, version }) => ({ id, version }))
    expect((await errorOf(await release(refs, 'head'))).code).toBe('head_required')
    expect((await errorOf(await release(refs.slice(0, 1), 'clerk'))).code).toBe('head_required')
    expect((await release(refs.slice(0, 1), 'head')).status).toBe(200)
    await release(refs.slice(1))
  })

  it('happens once where two ask for it at the same moment', async () => {
    const { id, version } = await approved()
    const by = ({ actor }: TestUser) => releaseResponses(app.context(actor), { responses: [{ id, version }] })
    const results = await Promise.allSettled([by(admin), by(await makeUser(app, 'admin'))])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [row] = await app.rows<{ steps: number }>(sql`
      SELECT count(*) AS steps FROM response_steps WHERE response_id = ${id} AND act = 'publish'`)
    expect(row?.steps).toBe(1)
  })

  it('of an answer that does not exist is refused', async () => {
    expect((await errorOf(await release([{ id: 9999, version: 1 }]))).code).toBe('not_found')
  })
})
