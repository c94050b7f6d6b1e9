import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { MeasureUnitsView, UnitsView } from '../../worker/contract/units'
import { bodyOf, errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { caseOf, makeCase } from '../support/make-case'
import { makeConsultation } from '../support/make-consultation'
import { makeDisabled } from '../support/make-people'
import { makeReasons } from '../support/make-reasons'
import { makeResponse } from '../support/make-response'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()
const staff = await makeUser(app, 'staff', '李颖')
let admin = ''
let as = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  admin = await signIn(app, await makeUser(app, 'admin'))
  as = await signIn(app, staff)
})

const units = async () => bodyOf<UnitsView>(await app.get('/api/staff/units', { as }))
const member = (body: object) => app.post('/api/staff/units/members', body, { as: admin })
const divide = (body: object) => app.post('/api/staff/measures/units', body, { as: admin })

describe('the units', () => {
  it('are shown with their people and measures, heads first, and with everybody on the staff', async () => {
    const [head, left] = [await makeUser(app, 'staff', '郑岚'), await makeDisabled(app, 'staff')]
    const members = [staff.actor.id, left.actor.id]
    const key = await makeUnit(app, {
      name: '企业处',
      leads: ['1.2'],
      supports: ['2.1'],
      members,
      heads: [head.actor.id],
    })
    const view = await units()
    expect(view.units.find((unit) => unit.key === key)).toEqual({
      key,
      name: '企业处',
      nameEn: expect.any(String),
      members: [
        { id: head.actor.id, name: '郑岚', isHead: true },
        { id: staff.actor.id, name: '李颖', isHead: false },
      ],
      leads: ['1.2'],
      supports: ['2.1'],
    })
    expect(view.colleagues.find(({ id }) => id === staff.actor.id)).toEqual({
      id: staff.actor.id,
      name: '李颖',
      isMe: true,
      units: [key],
    })
    expect(view.colleagues.map(({ id }) => id)).not.toContain(left.actor.id)
  })

  it('take people in, make them heads, and let them go; each change is recorded, no other', async () => {
    const unit = await makeUnit(app)
    const user = staff.actor.id
    const membersAfter = async (part: string) => {
      const view = await bodyOf<UnitsView>(await member({ unit, user, part }))
      return view.units.find(({ key }) => key === unit)?.members.map(({ isHead }) => isHead)
    }
    expect(await membersAfter('member')).toEqual([false])
    expect(await membersAfter('member')).toEqual([false])
    expect(await membersAfter('head')).toEqual([true])
    expect(await membersAfter('none')).toEqual([])
    expect(await membersAfter('none')).toEqual([])
    expect((await auditOf(app, unit)).map(({ data, action }) => [action, data])).toEqual([
      ['unit.member_changed', { user, part: 'member' }],
      ['unit.member_changed', { user, part: 'head' }],
      ['unit.member_changed', { user, part: 'none' }],
    ])
  })

  it('take in nobody who is not on the staff, and there is no other unit', async () => {
    const unit = await makeUnit(app)
    const moderator = await makeUser(app, 'moderator')
    const before = await countRows(app)
    for (const [body, field] of [
      [{ unit, user: moderator.actor.id, part: 'member' }, 'user'],
      [{ unit, user: 'nobody', part: 'head' }, 'user'],
      [{ unit: 'nowhere', user: staff.actor.id, part: 'member' }, 'unit'],
      [{ unit, user: staff.actor.id, part: 'boss' }, 'part'],
    ] as const) {
      const answer = await member(body)
      expect(answer.status).toBe(422)
      expect(Object.keys((await errorOf(answer)).fields ?? {})).toEqual([field])
    }
    expect(await countRows(app)).toEqual(before)
  })
})

describe('the division of the measures', () => {
  it('changes, and the cases that nobody has go with the lead', async () => {
    const [old, lead, support] = [
      await makeUnit(app, { leads: ['1.1'] }),
      await makeUnit(app),
      await makeUnit(app),
    ]
    const free = await makeCase(app)
    const taken = await makeCase(app, { assignee: staff.actor.id })
    const elsewhere = await makeCase(app, { unit: support })
    const done = await makeCase(app, { disposition: 'adopted' })
    const input = { measure: '1.1', lead, supports: [support, old] }
    const view = await bodyOf<MeasureUnitsView>(await divide(input))
    expect(view.moved).toBe(1)
    const of = (key: string) => view.units.find((unit) => unit.key === key)
    expect([of(lead)?.leads, of(support)?.supports, of(old)?.supports, of(old)?.leads]).toEqual([
      ['1.1'],
      ['1.1'],
      ['1.1'],
      [],
    ])
    expect(await caseOf(app, free)).toMatchObject({ unit: lead, assignment_version: 1 })
    expect(await caseOf(app, taken)).toMatchObject({ unit: old, assignee_id: staff.actor.id })
    expect(await caseOf(app, elsewhere)).toMatchObject({ unit: support })
    expect(await caseOf(app, done)).toMatchObject({ unit: old })
    expect(await auditOf(app, '1.1', 'measure.units_changed')).toMatchObject([
      { data: { lead, supports: [support, old] } },
    ])
    expect((await caseOf(app, await makeCase(app))).unit).toBe(lead)
  })

  it('takes answers that were never public with it: that to the measure, and those to what moves', async () => {
    const [old, lead] = [await makeUnit(app, { leads: ['2.1'] }), await makeUnit(app)]
    const publicIds = [await makeCase(app, { measure: '2.1' })]
    const held = [await makeCase(app, { measure: '2.1', assignee: staff.actor.id })]
    const { actor: by } = await makeUser(app, 'admin')
    const made = [
      await makeResponse(app, { on: { of: 'measure', key: '2.1' }, by }),
      await makeResponse(app, { on: { of: 'comments', publicIds }, by }),
      await makeResponse(app, { on: { of: 'comments', publicIds: held }, by }),
    ]
    await divide({ measure: '2.1', lead, supports: [] })
    const rows = await app.rows<{ key: string }>(sql`
      SELECT u.key FROM responses r JOIN units u ON u.id = r.unit_id
      WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(made.map(({ id }) => id))})) ORDER BY r.id`)
    expect(rows.map(({ key }) => key)).toEqual([lead, lead, old])
  })

  it('stays as it is where a unit or the measure is unknown, or a unit would be both', async () => {
    const [lead, other] = [await makeUnit(app), await makeUnit(app)]
    const before = await countRows(app)
    for (const [body, status] of [
      [{ measure: '1.2', lead: 'nowhere', supports: [] }, 422],
      [{ measure: '1.2', lead, supports: ['nowhere'] }, 422],
      [{ measure: '1.2', lead, supports: [other, lead] }, 422],
      [{ measure: '9.9', lead, supports: [] }, 404],
    ] as const)
      expect((await divide(body)).status).toBe(status)
    expect(await countRows(app)).toEqual(before)
  })
})
