import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Assigned } from '../../worker/contract/casework'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { caseOf, makeCase } from '../support/make-case'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeDisabled } from '../support/make-people'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const me = await makeUser(app, 'staff', '李颖')
const colleague = await makeUser(app, 'staff', '郑岚')
const stranger = await makeUser(app, 'staff', '何立')
let as = ''
let asColleague = ''
let unit = ''

beforeAll(async () => {
  app.clock.set('2026-03-19T02:00:00.000Z')
  const [opensAt, closesAt] = [new Date('2026-03-01T00:00:00.000Z'), new Date('2026-12-31T16:00:00.000Z')]
  await makeConsultation(app, { opensAt, closesAt })
  await makeReasons(app)
  as = await signIn(app, me)
  asColleague = await signIn(app, colleague)
  unit = await makeUnit(app, { leads: ['1.1'], members: [me.actor.id, colleague.actor.id] })
})

const send = (body: object, cookie = as) => app.post('/api/staff/assignments', body, { as: cookie })
const fresh = (publicId: string, version = 0) => ({ publicId, version })
const assign = async (body: object, cookie?: string) => bodyOf<Assigned>(await send(body, cookie))

describe('assigning', () => {
  it('gives cases to a colleague by a number of working days, and records each', async () => {
    const made = [await makeCase(app), await makeCase(app)]
    const view = await assign({
      cases: made.map((publicId) => fresh(publicId)),
      assignee: colleague.actor.id,
      dueInDays: 3,
    })
    expect(view.missed).toEqual([])
    expect(view.assigned.map(({ publicId }) => publicId)).toEqual(made)
    expect(view.assigned[0]?.assignment).toMatchObject({
      version: 1,
      unit: { key: unit },
      assignee: { name: '郑岚', isMe: false, isActive: true },
      dueAt: '2026-03-24T16:00:00.000Z',
    })
    for (const publicId of made)
      expect(await auditOf(app, publicId, 'case.assigned')).toMatchObject([
        {
          actorId: me.actor.id,
          subjectKind: 'comment',
          data: { assignee: colleague.actor.id, dueAt: '2026-03-24T16:00:00.000Z' },
        },
      ])
  })

  it('gives them to a unit, to a day, and leaves what is not named as it is', async () => {
    const publicId = await makeCase(app, { assignee: colleague.actor.id })
    const other = await makeUnit(app)
    const { assigned } = await assign({ cases: [fresh(publicId)], unit: other, dueOn: '2026-04-01' })
    expect(assigned[0]?.assignment).toMatchObject({
      unit: { key: other },
      assignee: { id: colleague.actor.id },
      dueAt: '2026-04-01T16:00:00.000Z',
    })
  })

  it('takes away what is null', async () => {
    const publicId = await makeCase(app, { assignee: colleague.actor.id, dueAt: new Date() })
    await assign({ cases: [fresh(publicId)], unit: null, assignee: null, dueOn: null })
    expect(await caseOf(app, publicId)).toMatchObject({ unit: null, assignee_id: null, due_at: null })
  })

  it('counts working days of the calendar, from a day off too', async () => {
    app.clock.set('2026-04-30T15:00:00.000Z')
    const publicId = await makeCase(app)
    const { assigned } = await assign({ cases: [fresh(publicId)], dueInDays: 1 })
    const due = assigned[0]?.assignment.dueAt ?? ''
    expect(Date.parse(due)).toBeGreaterThan(Date.parse('2026-05-05T00:00:00.000Z'))
    app.clock.set('2026-05-11T02:00:00.000Z')
  })

  it('takes two hundred at once and no more', async () => {
    const publicId = await makeCase(app)
    const many = (count: number) => Array.from({ length: count }, () => fresh(publicId))
    expect((await assign({ cases: many(200), dueInDays: 5 })).assigned).toHaveLength(1)
    expect(await auditOf(app, publicId, 'case.assigned')).toHaveLength(1)
    expect((await send({ cases: many(201), dueInDays: 5 })).status).toBe(422)
  })
})

describe('of two who assign at once', () => {
  it('one does, and the other is told who has it', async () => {
    const publicId = await makeCase(app)
    const [first, second] = await Promise.all([
      assign({ cases: [fresh(publicId)], assignee: me.actor.id }),
      assign({ cases: [fresh(publicId)], assignee: colleague.actor.id }, asColleague),
    ])
    const won = first.assigned.length === 1 ? first : second
    const lost = won === first ? second : first
    expect([won.assigned.length, won.missed.length]).toEqual([1, 0])
    expect([lost.assigned.length, lost.missed.length]).toEqual([0, 1])
    const stored = await caseOf(app, publicId)
    expect(stored.assignment_version).toBe(1)
    expect(lost.missed[0]?.assignment.assignee?.id).toBe(stored.assignee_id)
    expect(await auditOf(app, publicId, 'case.assigned')).toHaveLength(1)
  })

  it('with many, each case goes to one of them, whatever the other cases', async () => {
    const [mine, contested] = [await makeCase(app), await makeCase(app)]
    await assign({ cases: [fresh(contested)], assignee: colleague.actor.id }, asColleague)
    const view = await assign({ cases: [fresh(mine), fresh(contested)], assignee: me.actor.id })
    expect(view.assigned.map(({ publicId }) => publicId)).toEqual([mine])
    expect(view.missed).toMatchObject([
      { publicId: contested, assignment: { version: 1, assignee: { name: '郑岚' } } },
    ])
    expect((await caseOf(app, contested)).assignee_id).toBe(colleague.actor.id)
  })
})

describe('it is refused', () => {
  const refused = async (body: object, field: string) => {
    const before = await countRows(app)
    const answer = await send(body)
    expect(answer.status).toBe(422)
    expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
    expect(await countRows(app)).toEqual(before)
  }

  it('to whoever is no active member of staff', async () => {
    const cases = [fresh(await makeCase(app))]
    const moderator = await makeUser(app, 'moderator')
    const disabled = await makeDisabled(app, 'staff')
    for (const assignee of [moderator.actor.id, disabled.actor.id, 'nobody'])
      await refused({ cases, assignee }, 'assignee')
    expect((await caseOf(app, cases[0]?.publicId ?? '')).assignment_version).toBe(0)
  })

  it('to a unit that is not there or no longer in use', async () => {
    const cases = [fresh(await makeCase(app))]
    await refused({ cases, unit: 'nowhere' }, 'unit')
    const closed = await makeUnit(app)
    await app.db.run(sql`UPDATE units SET is_active = 0 WHERE key = ${closed}`)
    await refused({ cases, unit: closed }, 'unit')
  })

  it('by a day that is over, by both a day and a number, by no change at all', async () => {
    const cases = [fresh(await makeCase(app))]
    await refused({ cases, dueOn: '2026-05-10' }, 'dueOn')
    await refused({ cases, dueOn: '2026-06-10', dueInDays: 2 }, 'dueInDays')
    await refused({ cases, dueInDays: 61 }, 'dueInDays')
    await refused({ cases }, 'unit')
    await refused({ cases: [], dueInDays: 2 }, 'cases')
    await refused({ cases: [{ ...cases[0], isMine: true }], dueInDays: 2 }, 'cases.0.isMine')
  })

  it('for what is no case, or is no longer one', async () => {
    const { publicId } = await makeComment(app, { state: 'pending' })
    expect((await send({ cases: [fresh(publicId)], dueInDays: 2 })).status).toBe(404)
    const closed = await makeCase(app)
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${closed}`)
    expect((await send({ cases: [fresh(closed)], dueInDays: 2 })).status).toBe(404)
  })
})

describe('another unit’s cases', () => {
  it('are left as they are and named, the rest goes through', async () => {
    const theirs = await makeCase(app)
    const nobodys = await makeCase(app, { measure: '2.1' })
    const before = await caseOf(app, theirs)
    const body = { cases: [fresh(theirs), fresh(nobodys)], assignee: stranger.actor.id }
    const view = await assign(body, await signIn(app, stranger))
    expect(view.assigned.map(({ publicId }) => publicId)).toEqual([nobodys])
    expect(view.missed).toEqual([])
    expect(view.refused).toMatchObject([{ publicId: theirs, code: 'forbidden' }])
    expect(view.refused[0]?.message).toContain('其他处室')
    expect(await caseOf(app, theirs)).toEqual(before)
    expect(await auditOf(app, theirs, 'case.assigned')).toEqual([])
  })

  it('are assigned by their people, by a supporting unit’s, and by an administrator', async () => {
    const helping = await makeUser(app, 'staff')
    await makeUnit(app, { supports: ['1.1'], members: [helping.actor.id] })
    for (const user of [helping, await makeUser(app, 'admin'), me]) {
      const publicId = await makeCase(app)
      const view = await assign({ cases: [fresh(publicId)], dueInDays: 2 }, await signIn(app, user))
      expect(view.assigned.map((each) => each.publicId)).toEqual([publicId])
    }
  })
})

describe('an answer that was never public', () => {
  const unitOf = async (id: number) => {
    const [row] = await app.rows<{ key: string | null }>(sql`
      SELECT u.key FROM responses r LEFT JOIN units u ON u.id = r.unit_id WHERE r.id = ${id}`)
    return row?.key
  }
  const move = (publicIds: string[], to: string) =>
    assign({ cases: publicIds.map((publicId) => fresh(publicId)), unit: to })

  it('goes to the unit that all its cases have, and not before', async () => {
    const other = await makeUnit(app)
    const publicIds = [await makeCase(app), await makeCase(app)]
    const { id } = await makeResponse(app, { on: { of: 'comments', publicIds }, by: me.actor })
    await move(publicIds.slice(0, 1), other)
    expect(await unitOf(id)).toBe(unit)
    await move(publicIds.slice(1), other)
    expect(await unitOf(id)).toBe(other)
    expect(await auditOf(app, String(id), 'response.unit_changed')).toMatchObject([
      { subjectKind: 'response', data: { unit: other } },
    ])
  })

  it('gets a unit with its cases where it had none', async () => {
    const publicIds = [await makeCase(app, { measure: '2.1' })]
    const { id } = await makeResponse(app, { on: { of: 'comments', publicIds }, by: me.actor })
    expect(await unitOf(id)).toBeNull()
    await move(publicIds, unit)
    expect(await unitOf(id)).toBe(unit)
  })

  it('stays with its unit once it was public', async () => {
    const publicIds = [await makeCase(app)]
    const by = me.actor
    const { id } = await makeResponse(app, { on: { of: 'comments', publicIds }, state: 'published', by })
    await move(publicIds, await makeUnit(app))
    expect(await unitOf(id)).toBe(unit)
  })
})

describe('whoever leaves', () => {
  it.each([
    ['disable', {}],
    ['role', { role: 'moderator' }],
  ])('by %s leaves the undisposed cases to the unit', async (act, more) => {
    const admin = await signIn(app, await makeUser(app, 'admin'))
    const { actor } = await makeUser(app, 'staff')
    const publicId = await makeCase(app, { assignee: actor.id })
    const done = await makeCase(app, { assignee: actor.id, disposition: 'adopted' })
    const answer = await app.post(`/api/admin/people/${act}`, { id: actor.id, ...more }, { as: admin })
    expect(answer.status).toBe(200)
    expect(await caseOf(app, publicId)).toMatchObject({ unit, assignee_id: null, assignment_version: 1 })
    expect((await caseOf(app, done)).assignee_id).toBe(actor.id)
  })

  it('keeps them as an administrator', async () => {
    const admin = await signIn(app, await makeUser(app, 'admin'))
    const { actor } = await makeUser(app, 'staff')
    const publicId = await makeCase(app, { assignee: actor.id })
    await app.post('/api/admin/people/role', { id: actor.id, role: 'admin' }, { as: admin })
    expect((await caseOf(app, publicId)).assignee_id).toBe(actor.id)
  })
})
