import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseCounts, CaseList, CaseView } from '../../worker/contract/casework'
import { bodyOf, errorOf } from '../support/answers'
import { day, hour } from '../support/clock'
import { makeCase } from '../support/make-case'
import { makeComment, organisation } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeLookalikes } from '../support/make-review'
import { makeUnit } from '../support/make-unit'
import { makeUser, signIn } from '../support/make-user'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
const me = await makeUser(app, 'staff', '李颖')
const colleague = await makeUser(app, 'staff', '郑岚')
let as = ''
let unit = ''
let other = ''

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
  as = await signIn(app, me)
  unit = await makeUnit(app, { name: '企业处', leads: ['1.1'], members: [me.actor.id] })
  other = await makeUnit(app, { name: '园区处', leads: ['2.1'], supports: ['1.1'] })
})
beforeEach(async () => {
  await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE state IN ('published', 'private')`)
})

const list = async (query = '') => bodyOf<CaseList>(await app.get(`/api/staff/cases${query}`, { as }))
const ids = async (query = '') => (await list(query)).items.map(({ publicId }) => publicId)
const counts = async () => bodyOf<CaseCounts>(await app.get('/api/staff/cases/counts', { as }))
const open = async (publicId: string) =>
  bodyOf<CaseView>(await app.get(`/api/staff/cases/${publicId}`, { as }))
const late = () => new Date(app.clock.now().getTime() - hour)
const ahead = (days: number) => new Date(app.clock.now().getTime() + days * day)

describe('the list of cases', () => {
  it('has every accepted comment, public or not, and no other', async () => {
    const [shown, hidden] = [await makeCase(app), await makeCase(app, { state: 'private' })]
    for (const state of ['pending', 'returned', 'rejected'] as const) await makeComment(app, { state })
    expect(await ids()).toEqual([shown, hidden])
    expect((await list()).items.map(({ isPrivate }) => isPrivate)).toEqual([false, true])
  })

  it('shows the text, the place, the group, the unit and the notes', async () => {
    const body = `请公布名单。${'长'.repeat(400)}`
    const publicId = await makeCase(app, {
      body,
      clause: '1.1.2',
      measure: '1.1',
      participant: organisation(3),
    })
    const [item] = (await list()).items
    expect(item).toMatchObject({
      publicId,
      stance: 'suggest',
      measure: { key: '1.1', shortTitle: '企业群' },
      clauseKey: '1.1.2',
      isReply: false,
      disposition: null,
      groupCount: 1,
      noteCount: 0,
      assignment: { version: 0, unit: { key: unit, name: '企业处' }, assignee: null, dueAt: null },
    })
    expect(item?.excerpt).toBe(body.slice(0, 200))
  })

  it.each([
    ['todo', ['mine', 'late', 'elsewhere']],
    ['mine', ['mine']],
    ['overdue', ['late']],
    ['unit', ['mine', 'late']],
    ['done', ['done']],
    ['all', ['done', 'elsewhere', 'late', 'mine']],
  ])('has a view %s', async (view, expected) => {
    const made: Record<string, string> = {
      mine: await makeCase(app, { assignee: me.actor.id, dueAt: ahead(9) }),
      late: await makeCase(app, { assignee: colleague.actor.id, dueAt: late() }),
      elsewhere: await makeCase(app, { measure: '2.1' }),
      done: await makeCase(app, { disposition: 'adopted', assignee: me.actor.id, dueAt: late() }),
    }
    expect(await ids(`?view=${view}`)).toEqual(expected.map((name) => made[name]))
  })

  it.each([
    ['measure=2.1', ['b']],
    ['unit=UNIT', ['b']],
    ['kind=enterprise', ['c']],
    ['disposition=partly&view=done', ['d']],
    ['disposition=partly&view=all&measure=1.1', ['d']],
    ['disposition=adopted&view=all', []],
    ['measure=1.1&kind=individual', ['a']],
  ])('goes by %s', async (query, expected) => {
    const made: Record<string, string> = {
      a: await makeCase(app),
      b: await makeCase(app, { measure: '2.1' }),
      c: await makeCase(app, { participant: organisation(4) }),
      d: await makeCase(app, { disposition: 'partly' }),
    }
    expect(await ids(`?${query.replace('UNIT', other)}`)).toEqual(expected.map((name) => made[name]))
  })

  it.each(['todo', 'mine', 'overdue', 'unit', 'done', 'all'])(
    '%s comes page by page, each case once',
    async (view) => {
      const change = {
        assignee: me.actor.id,
        dueAt: late(),
        ...(view === 'done' && { disposition: 'adopted' as const }),
      }
      const made: string[] = []
      for (let i = 0; i < 5; i += 1) made.push(await makeCase(app, change))
      const seen: string[] = []
      let after = ''
      do {
        const page = await list(`?view=${view}&limit=2${after && `&after=${after}`}`)
        expect(page.items.length).toBeLessThanOrEqual(2)
        seen.push(...page.items.map(({ publicId }) => publicId))
        after = page.next ?? ''
      } while (after)
      expect(seen).toEqual(view === 'done' || view === 'all' ? made.reverse() : made)
    },
  )

  it.each([
    'view=x',
    'unit=X',
    'kind=x',
    'disposition=x',
    'disposition=adopted',
    'view=overdue&disposition=partly',
    'mentioned=yes',
    'limit=0',
    'limit=101',
    'x=1',
  ])('refuses %s', async (query) => {
    const answer = await app.get(`/api/staff/cases?${query}`, { as })
    expect(answer.status).toBe(422)
    expect((await errorOf(answer)).code).toBe('invalid_input')
  })
})

describe('the figures beside it', () => {
  it('follow what happens', async () => {
    const before = await counts()
    await makeCase(app, { assignee: me.actor.id, dueAt: ahead(1) })
    await makeCase(app, { assignee: me.actor.id, dueAt: late() })
    const elsewhere = await makeCase(app, { measure: '2.1', dueAt: late() })
    await makeCase(app, { disposition: 'adopted' })
    const now = await counts()
    expect(now).toMatchObject({
      todo: before.todo + 3,
      done: before.done + 1,
      overdue: before.overdue + 2,
      mine: { todo: 2, soon: 1, overdue: 1 },
      mentions: 0,
      ownUnits: [unit],
    })
    const todo = (key: string) => now.units.find((each) => each.key === key)?.todo
    expect([todo(unit), todo(other)]).toEqual([2, 1])
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${elsewhere}`)
    const then = await counts()
    expect(then).toMatchObject({ todo: before.todo + 2, overdue: before.overdue + 1 })
    expect(then.units.find(({ key }) => key === other)?.todo).toBe(0)
  })

  it('count what each unit has yet to do, however it comes to it', async () => {
    const publicId = await makeCase(app, { measure: '2.1' })
    const comment = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
    const todo = async () => {
      const { units } = await counts()
      return [unit, other].map((key) => units.find((each) => each.key === key)?.todo)
    }
    expect(await todo()).toEqual([0, 1])
    const unitId = sql`(SELECT id FROM units WHERE key = ${unit})`
    await app.db.run(sql`UPDATE cases SET unit_id = ${unitId} WHERE comment_id = ${comment}`)
    expect(await todo()).toEqual([1, 0])
    await app.db.run(
      sql`UPDATE cases SET disposition = 'adopted', disposition_version = 1 WHERE comment_id = ${comment}`,
    )
    expect(await todo()).toEqual([0, 0])
    await app.db.run(
      sql`UPDATE cases SET disposition = NULL, disposition_version = 0 WHERE comment_id = ${comment}`,
    )
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE id = ${comment}`)
    expect(await todo()).toEqual([0, 0])
  })
})

describe('a case', () => {
  it('shows the comment where it stands: clause, thread, group, breakdown, units', async () => {
    const participant = organisation(7)
    const parentId = await makeCase(app, { body: '上一级的意见。', stance: 'oppose' })
    const publicId = await makeCase(app, { parentId, body: '回复的话。', stance: 'support', participant })
    const reply = await makeCase(app, { parentId: publicId, body: '再回复。' })
    await makeCase(app, { clause: '1.1.2', disposition: 'adopted' })
    const found = await open(publicId)
    expect(found).toMatchObject({
      publicId,
      state: 'published',
      isAdmissible: true,
      body: '回复的话。',
      author: { kind: 'enterprise', name: participant.name, uscc: participant.uscc, isVerified: false },
      channel: 'online',
      measure: { key: '1.1', title: expect.any(String) },
      clause: null,
      ancestors: [{ publicId: parentId, body: '上一级的意见。' }],
      replies: [{ publicId: reply }],
      replyCount: 1,
      disposition: null,
      group: null,
      notes: [],
    })
    expect(found.breakdown).toMatchObject({
      total: 4,
      byStance: { support: 1, oppose: 1, suggest: 2 },
      byKind: { enterprise: 1, individual: 3 },
      byDisposition: { adopted: 1, partly: 0 },
      undisposed: 3,
      units: [
        { key: unit, part: 'lead' },
        { key: other, part: 'support' },
      ],
    })
  })

  it('shows the sentence that it is on, and what it reads now where a revision changed it', async () => {
    const publicId = await makeCase(app, { clause: '1.1.2' })
    const before = await open(publicId)
    expect(before.clause).toMatchObject({ key: '1.1.2', number: 2, madeOn: 1, current: null })
    const consultation = sql`(SELECT id FROM consultations WHERE is_current = 1)`
    const now = app.clock.now().getTime()
    await app.db.batch([
      app.db.run(sql`
        INSERT INTO plan_revisions (id, consultation_id, number, created_by, created_at)
        VALUES (1, ${consultation}, 2, ${me.actor.id}, ${now})`),
      app.db.run(sql`
        INSERT INTO clause_changes (plan_revision_id, clause_id, kind, text, changed_by, changed_at)
        SELECT 1, clause_id, 'amend', '改过的这一句。', ${me.actor.id}, ${now} FROM comments WHERE public_id = ${publicId}`),
      app.db.run(sql`UPDATE plan_revisions SET published_by = ${me.actor.id}, published_at = ${now}`),
      app.db.run(sql`UPDATE consultations SET plan_revision = 2 WHERE is_current = 1`),
    ])
    const after = await open(publicId)
    expect(after.clause?.text).toBe(before.clause?.text)
    expect(after.clause?.current).toEqual({ revision: 2, text: '改过的这一句。' })
  })

  it('names the near-identical ones', async () => {
    const group = await makeLookalikes(app, 3)
    await app.db.run(sql`UPDATE comments SET state = 'published' WHERE state = 'pending'`)
    const [first, second, third] = group.map(({ publicId }) => publicId)
    expect((await open(second ?? '')).group).toEqual({ count: 3, publicIds: [first, third] })
  })

  it('masks who asked for it, and names nobody’s contact', async () => {
    const publicId = await makeCase(app, { contact: '13800138000' })
    const answer = await app.get(`/api/staff/cases/${publicId}`, { as })
    const text = await answer.text()
    expect(text).toContain('朱**')
    expect(text).not.toContain('13800138000')
    expect(text).not.toContain('朱建国')
  })

  it('stays to be read once its comment is no longer accepted', async () => {
    const publicId = await makeCase(app)
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${publicId}`)
    expect(await open(publicId)).toMatchObject({ isAdmissible: false, state: 'rejected' })
  })

  it.each(['pending', 'returned', 'rejected'] as const)('is not opened for what is %s', async (state) => {
    const { publicId } = await makeComment(app, { state })
    expect((await app.get(`/api/staff/cases/${publicId}`, { as })).status).toBe(404)
  })
})
