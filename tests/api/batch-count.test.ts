import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { BatchCount, Selection } from '../../worker/contract/moderation/batches'
import { bodyOf, errorOf } from '../support/answers'
import { copyComment, makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeModerator, takeOver } from '../support/make-moderator'
import { makeReasons } from '../support/make-reasons'
import { addSignal, groupIdOf, makeLookalikes, makeReview, type TestReview } from '../support/make-review'
import { makeUser } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeConsultation(app)
await makeReasons(app)
const me = await makeModerator(app, '王敏')
const { as } = me
const colleague = await makeModerator(app, '何立')

beforeEach(async () => {
  await app.db.run(sql`UPDATE comments SET state = 'private' WHERE state = 'pending'`)
  await app.db.run(sql`DELETE FROM reviews`)
  await app.db.run(sql`DELETE FROM staged_decisions`)
})

const count = async (selection: Selection) =>
  bodyOf<BatchCount>(await app.post('/api/moderation/batches/count', { selection }, { as }))
const filter = (change: object = {}) => ({ of: 'filter', filter: { view: 'age', ...change } }) as Selection
const idsOf = (items: { publicId: string }[]) => items.map(({ publicId }) => publicId)

describe('counting first', () => {
  it('says how many a group holds, what colleagues hold, and shows some', async () => {
    const group = await makeLookalikes(app, 7)
    const groupId = await groupIdOf(app, group[0]?.publicId ?? '')
    await takeOver(app, colleague, group[6]?.reviewId ?? 0)
    const counted = await count({ of: 'group', groupId })
    expect(counted).toMatchObject({ count: 6, heldByOthers: 1, upTo: group[6]?.reviewId })
    expect(counted.sample).toHaveLength(5)
    expect(idsOf(group)).toEqual(expect.arrayContaining(idsOf(counted.sample)))
  })

  it('takes its sample from the oldest to the newest', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    await copyComment(app, publicId, 99)
    const { sample, count: found } = await count(filter())
    expect(found).toBe(100)
    const copies = sample.map(({ publicId: id }) => (id === publicId ? 0 : Number(id.slice(-4))))
    const first = (copies[1] ?? 0) - 20
    expect(copies.slice(1).map((number) => number - first)).toEqual([20, 40, 60, 80])
  })

  it.each([
    ['a measure', { measure: '1.2' }, ['b']],
    ['a kind of participant', { kind: 'enterprise' }, ['c']],
    ['a signal', { signal: 'link' }, ['a']],
    ['all', {}, ['a', 'b', 'c']],
  ])('goes by %s', async (_, change, expected) => {
    const made: Record<string, TestReview> = {
      a: await makeReview(app),
      b: await makeReview(app, { measure: '1.2' }),
      c: await makeReview(app, { participant: organisation(4) }),
    }
    await addSignal(app, made.a?.publicId ?? '', 'link')
    const { count: found, sample } = await count(filter(change))
    expect(found).toBe(expected.length)
    expect(idsOf(sample)).toEqual(expected.map((name) => made[name]?.publicId))
  })

  it('means each card with all behind it that is of the part, and nothing that is not', async () => {
    const body = '园区夜里的路灯请都点亮，工人下班要走很远。'
    const [front, , elsewhere] = [
      await makeReview(app, { body, measure: '1.2' }),
      await makeReview(app, { body, measure: '1.2' }),
      await makeReview(app, { body, measure: '2.1' }),
    ]
    const { count: found, sample } = await count(filter({ measure: '1.2' }))
    expect(found).toBe(2)
    expect(idsOf(sample)).not.toContain(elsewhere.publicId)
    expect(idsOf(sample)[0]).toBe(front.publicId)
    expect((await count(filter())).count).toBe(3)
  })

  it('leaves out what is already decided, what was passed on, and what the moderator dealt with before', async () => {
    const [decided, passed, free] = [await makeReview(app), await makeReview(app), await makeReview(app)]
    await app.post('/api/moderation/decisions', { ...decided, revision: 1, decision: 'publish' }, { as })
    await app.post(
      `/api/moderation/reviews/${passed.reviewId}/pass`,
      { to: (await makeUser(app, 'moderator')).actor.id },
      { as },
    )
    expect(await count(filter())).toMatchObject({ count: 1, heldByOthers: 1, upTo: free.reviewId })
    await makeReview(app, { kind: 'second', excluded: [me.actor.id] })
    await makeReview(app, { kind: 'second', excluded: [colleague.actor.id] })
    expect(await count(filter({ view: 'second' }))).toMatchObject({ count: 1 })
  })

  it('is of nothing for a group that is not there, and refused for what is decided one by one', async () => {
    expect(await count({ of: 'group', groupId: 999_999 })).toEqual({
      count: 0,
      heldByOthers: 0,
      upTo: 0,
      sample: [],
    })
    for (const view of ['appeals', 'recheck']) {
      const answer = await app.post('/api/moderation/batches/count', { selection: filter({ view }) }, { as })
      expect((await errorOf(answer)).fields).toHaveProperty('selection.filter.view')
    }
  })

  it('writes nothing', async () => {
    await makeLookalikes(app, 2)
    const before = await countRows(app)
    await count(filter())
    expect(await countRows(app)).toEqual(before)
  })
})
