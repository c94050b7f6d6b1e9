import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { UndoView } from '../../worker/contract/moderation/decisions'
import { stageDecision } from '../../worker/services/moderation/stage-decision'
import { bodyOf, errorOf } from '../support/answers'
import { grace } from '../support/clock'
import { deskOf } from '../support/desk'
import { letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signIn, signInAs, type TestUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const { staged, stored, audited } = deskOf(app)
let moderator: TestUser
let as = ''
let other = ''
let senior = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  moderator = await makeUser(app, 'moderator')
  as = await signIn(app, moderator)
  other = await signInAs(app, 'moderator', '何立')
  senior = await signInAs(app, 'senior_moderator')
})

const undo = (what: object, cookie = as) => app.post('/api/moderation/decisions/undo', what, { as: cookie })

async function stagedOne() {
  const { publicId } = await makeComment(app, { state: 'pending' })
  return { publicId, stagedId: await staged(publicId, 'publish', {}, as) }
}

async function stagedBatch(batchId: string, count: number, more: object = {}) {
  const made = await Promise.all(Array.from({ length: count }, () => makeComment(app, { state: 'pending' })))
  const ctx = app.context(moderator.actor)
  for (const { publicId } of made)
    await stageDecision(ctx, { publicId, revision: 1, decision: 'publish', ...more }, { batchId })
  return made
}

describe('undo', () => {
  it('leaves nothing behind but the work, which stays in the same hand', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    const before = await countRows(app)
    const stagedId = await staged(publicId, 'publish', {}, as)
    expect(await bodyOf<UndoView>(await undo({ stagedId }))).toEqual({ undone: 1, tooLate: 0 })
    expect({ ...(await countRows(app)), desk_events: 0 }).toEqual({ ...before, desk_events: 0 })
    expect(await letTakeEffect(app)).toBe(0)
    expect((await stored(publicId)).state).toBe('pending')
    expect(await audited(publicId)).toHaveLength(1)
    const holders = await app.rows(sql`
      SELECT r.held_by FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId}`)
    expect(holders).toEqual([{ held_by: moderator.actor.id }])
    expect(await staged(publicId, 'publish', {}, as)).not.toBe(stagedId)
  })

  it('is possible up to the end of the grace and not at it', async () => {
    const { stagedId } = await stagedOne()
    app.clock.advance(grace - 1)
    expect((await undo({ stagedId })).status).toBe(200)
    const late = await stagedOne()
    app.clock.advance(grace)
    const before = await countRows(app)
    expect((await errorOf(await undo({ stagedId: late.stagedId }))).code).toBe('already_effective')
    expect(await countRows(app)).toEqual(before)
    await letTakeEffect(app)
    expect((await errorOf(await undo({ stagedId: late.stagedId }))).code).toBe('already_effective')
    expect((await stored(late.publicId)).state).toBe('published')
  })

  it('is not of a colleague’s decision, but for the seniors', async () => {
    const { stagedId } = await stagedOne()
    const before = await countRows(app)
    expect((await errorOf(await undo({ stagedId }, other))).code).toBe('forbidden')
    expect(await countRows(app)).toEqual(before)
    expect(await bodyOf<UndoView>(await undo({ stagedId }, senior))).toEqual({ undone: 1, tooLate: 0 })
    expect((await errorOf(await undo({ stagedId }))).code).toBe('not_found')
  })

  it.each([
    [{ stagedId: 'nothing' }, 'not_found'],
    [{ batchId: 'nothing' }, 'not_found'],
    [{}, 'invalid_input'],
  ])('of %j is refused: %s', async (what, code) => {
    const before = await countRows(app)
    expect((await errorOf(await undo(what))).code).toBe(code)
    expect(await countRows(app)).toEqual(before)
  })
})

describe('undo of a batch', () => {
  it('takes back all of it, and nothing else', async () => {
    const made = await stagedBatch('batch-1', 3)
    const alone = await stagedOne()
    expect(await bodyOf<UndoView>(await undo({ batchId: 'batch-1' }))).toEqual({ undone: 3, tooLate: 0 })
    await letTakeEffect(app)
    for (const { publicId } of made) expect((await stored(publicId)).state).toBe('pending')
    expect((await stored(alone.publicId)).state).toBe('published')
  })

  it('says how many took effect before', async () => {
    await stagedBatch('batch-2', 2)
    await letTakeEffect(app)
    await stagedBatch('batch-2', 3)
    expect(await bodyOf<UndoView>(await undo({ batchId: 'batch-2' }))).toEqual({ undone: 3, tooLate: 2 })
    expect(await bodyOf<UndoView>(await undo({ batchId: 'batch-2' }))).toEqual({ undone: 0, tooLate: 2 })
  })

  it('counts among them what went to a second moderator', async () => {
    await makeConsultation(app, { secondLook: 'all' })
    await stagedBatch('batch-3', 2, { decision: 'reject', reason: 'off_topic' })
    await letTakeEffect(app)
    expect(await bodyOf<UndoView>(await undo({ batchId: 'batch-3' }))).toEqual({ undone: 0, tooLate: 2 })
  })

  it('leaves the work of a batch in nobody’s hand', async () => {
    const [one] = await stagedBatch('batch-4', 1)
    expect((await undo({ batchId: 'batch-4' })).status).toBe(200)
    expect((await staged(one?.publicId ?? '', 'publish', {}, other)).length).toBeGreaterThan(0)
  })
})
