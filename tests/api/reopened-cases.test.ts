import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseCounts, CaseView } from '../../worker/contract/casework'
import type { CommentContextView } from '../../worker/contract/comments'
import type { DispositionView } from '../../worker/contract/dispositions'
import type { ResponseOfView } from '../../worker/contract/responses'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { decide, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn, type TestUser } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
let senior: TestUser
let as = ''
let comment: TestComment

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  senior = await makeUser(app, 'senior_moderator')
  const clerk = await makeUser(app, 'staff', '李颖')
  as = await signIn(app, clerk)
  await makeUnit(app, { leads: ['1.1'], members: [clerk.actor.id] })
})

const read = async () =>
  bodyOf<DispositionView>(await app.get(`/api/staff/dispositions/of/${comment.publicId}`, { as }))
const dispose = (seen: { version: number; revision: number }, disposition = 'not_adopted') => {
  const cases = [{ publicId: comment.publicId, ...seen }]
  return app.post('/api/staff/dispositions', { cases, disposition, reason: '经研究。' }, { as })
}
const answers = async () =>
  (await bodyOf<CommentContextView>(await app.get(`/api/comments/${comment.publicId}`))).answers
const by = (revision: number, decision: object) =>
  decide(
    app,
    { publicId: comment.publicId, revision, ...decision } as Parameters<typeof decide>[1],
    senior.actor,
  )
const reject = (reason = 'abusive') => by(1, { decision: 'reject', reason })
async function rewrite() {
  const { publicId, queryCode } = comment
  const change = { body: '请公布企业名单和认定标准。', stance: 'oppose' }
  await bodyOf(await app.post('/api/receipts/resubmit', { publicId, queryCode, ...change }))
}

/** The kept counters and the rows that they count. */
async function counts() {
  const [row] = await app.rows<Record<'todo' | 'done' | 'kept' | 'keptDone' | 'ofUnits', number>>(sql`
    SELECT count(*) FILTER (WHERE disposition IS NULL) AS todo, count(disposition) AS done,
      (SELECT sum(count) FROM case_counts WHERE disposition = '') AS kept,
      (SELECT coalesce(sum(count), 0) FROM case_counts WHERE disposition <> '') AS keptDone,
      (SELECT sum(undisposed) FROM case_unit_counts) AS ofUnits
    FROM cases WHERE is_admissible = 1`)
  return row
}

beforeEach(async () => {
  comment = await makeComment(app)
  await dispose({ version: 0, revision: 1 })
  const on = { of: 'comments' as const, publicIds: [comment.publicId] }
  await makeResponse(app, { on, state: 'published', by: (await makeUser(app, 'admin')).actor })
})

describe('a comment that was rejected and written anew', () => {
  it('comes back without what was made of its first text', async () => {
    expect(await answers()).toHaveLength(1)
    await reject()
    await rewrite()
    await by(2, { decision: 'publish' })
    expect(await answers()).toEqual([])
    expect(await read()).toMatchObject({
      isAdmissible: true,
      version: 0,
      revision: 2,
      disposition: null,
      history: [{ version: 1, revision: 1 }],
    })
    const path = `/api/staff/responses/of/${comment.publicId}`
    expect((await bodyOf<ResponseOfView>(await app.get(path, { as }))).response).toBeNull()
    const [stored] = await app.rows(sql`
      SELECT response_id, answered_at, disposition FROM cases
      WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${comment.publicId})`)
    expect(stored).toEqual({ response_id: null, answered_at: null, disposition: null })
  })

  it('is counted as undisposed again', async () => {
    const before = await counts()
    await reject()
    await rewrite()
    await by(2, { decision: 'publish' })
    const after = await counts()
    expect(after).toEqual({
      todo: (before?.todo ?? 0) + 1,
      done: (before?.done ?? 0) - 1,
      kept: after?.todo,
      keptDone: after?.done,
      ofUnits: after?.todo,
    })
    const { todo } = await bodyOf<CaseCounts>(await app.get('/api/staff/cases/counts', { as }))
    expect(todo).toBe(after?.todo)
  })

  it('gets its next disposition after the earlier ones, made on the text that it has now', async () => {
    await reject()
    await rewrite()
    await by(2, { decision: 'publish' })
    const shown = await bodyOf<CaseView>(await app.get(`/api/staff/cases/${comment.publicId}`, { as }))
    expect(shown).toMatchObject({ revision: 2, disposition: null })
    for (const seen of [
      { version: 0, revision: 1 },
      { version: 1, revision: 1 },
    ]) {
      const { code, message } = await errorOf(await dispose(seen))
      expect(code).toBe('disposition_changed')
      expect(message).toContain('改写')
    }
    expect((await dispose({ version: 0, revision: 2 }, 'already_covered')).status).toBe(200)
    const { version, history } = await read()
    expect(version).toBe(2)
    expect(history.map((each) => [each.version, each.revision, each.disposition])).toEqual([
      [2, 2, 'already_covered'],
      [1, 1, 'not_adopted'],
    ])
    const [, last] = await auditOf(app, comment.publicId, 'comment.disposed')
    expect(last?.data).toEqual({ disposition: 'already_covered', version: 2, revision: 2, changes: 0 })
  })
})

describe('what was made of a comment stays', () => {
  it('where it is restored as it was', async () => {
    await reject('off_topic')
    await by(1, { decision: 'restore', reason: 'restored' })
    expect(await read()).toMatchObject({ isAdmissible: true, version: 1, disposition: 'not_adopted' })
    expect(await answers()).toHaveLength(1)
  })

  it('where words of it are hidden', async () => {
    await by(1, { decision: 'redact', redactions: [{ start: 0, end: 2, reason: 'hidden' }] })
    expect(await read()).toMatchObject({ isAdmissible: true, version: 1, revision: 1 })
    expect(await answers()).toHaveLength(1)
  })
})
