import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type {
  OrphanPage,
  RevisionsOverview,
  RevisionsView,
  StaffRevisionView,
} from '../../worker/contract/revisions'
import { bodyOf, errorOf } from '../support/answers'
import { actionsOn } from '../support/audit'
import { makeComment } from '../support/make-comment'
import { disposeRow, makeDraft, makeRevision, publishDraft } from '../support/make-revision'
import { makeUser, signIn, signInAs } from '../support/make-user'
import { raised, startRevisionDesk } from '../support/revision-desk'

const { app, desk, change, clause, overview, changeId } = await startRevisionDesk()

const currentKey = async () =>
  (await app.rows<{ key: string }>(sql`SELECT key FROM consultations WHERE is_current = 1`))[0]?.key

describe('publishing', () => {
  const publish = (by: string, draft: { number: number; seen: string } | null, more: object = {}) => {
    const input = { number: draft?.number, seen: draft?.seen, note: '据意见修改。', ...more }
    return app.post('/api/staff/revision-draft/publish', input, { as: by })
  }

  it('refuses an empty draft, and one whose changes were taken back', async () => {
    const admin = await signInAs(app, 'admin')
    await makeDraft(app, [], desk.me)
    expect((await errorOf(await publish(admin, (await overview()).draft))).code).toBe('nothing_to_publish')
    await change({ act: 'remove', clause: '1.1.3' })
    await change({ act: 'take_back', clause: '1.1.3' })
    expect((await errorOf(await publish(admin, (await overview()).draft))).code).toBe('nothing_to_publish')
  })

  it('is for heads of a unit and administrators', async () => {
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }], desk.me)
    const { draft, mayPublish } = await overview()
    expect(mayPublish).toBe(false)
    expect((await publish(desk.staff, draft)).status).toBe(403)
    await app.db.batch([
      app.db.run(sql`INSERT OR IGNORE INTO units (id, key, name, name_en) VALUES (1, 'u', '处室', 'Unit')`),
      app.db.run(sql`INSERT INTO unit_members (unit_id, user_id, is_head) VALUES (1, ${desk.me.id}, 1)`),
    ])
    expect((await overview()).mayPublish).toBe(true)
    expect((await publish(desk.staff, draft)).status).toBe(200)
  })

  it('refuses a draft that changed after it was seen', async () => {
    const admin = await signInAs(app, 'admin')
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }], desk.me)
    const { draft } = await overview()
    await change({ act: 'amend', clause: '1.1.2', text: raised })
    expect((await errorOf(await publish(admin, draft))).code).toBe('draft_changed')
    expect((await overview()).published).toBe(1)
  })

  it('makes the draft the plan, with who and when, and records it', async () => {
    const admin = await makeUser(app, 'admin', '周宁')
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }], desk.me)
    const before = (await actionsOn(app, `${await currentKey()}/2`)).length
    const { published, draft, revisions } = await bodyOf<RevisionsOverview>(
      await publish(await signIn(app, admin), (await overview()).draft),
    )
    expect({ published, draft }).toEqual({ published: 2, draft: null })
    expect(revisions).toMatchObject([
      { number: 2, publishedBy: '周宁', publishedAt: app.clock.now().toISOString(), changes: 1 },
    ])
    expect((await actionsOn(app, `${await currentKey()}/2`)).slice(before)).toEqual([
      'plan.revision_published',
    ])
  })

  it('tells readers what it is about: with the note of the draft, with another, and not without one', async () => {
    const admin = await signInAs(app, 'admin')
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }], desk.me)
    const refused = await publish(admin, (await overview()).draft, { note: ' \n ' })
    expect(refused.status).toBe(422)
    expect((await errorOf(refused)).fields).toEqual({
      note: '请填写修改说明，告诉读者这一版改了什么、为什么改。',
    })
    expect((await overview()).published).toBe(1)
    const { revisions } = await bodyOf<RevisionsOverview>(
      await publish(admin, (await overview()).draft, { note: '删去一句重复的话。' }),
    )
    expect(revisions[0]?.note).toBe('删去一句重复的话。')

    await bodyOf(await app.post('/api/staff/revisions', { note: '开始时写的说明。' }, { as: desk.staff }))
    await makeDraft(app, [{ act: 'add', measure: '1.1', text: '新增一句。' }], desk.me)
    await bodyOf(await publish(admin, (await overview()).draft, { note: '' }))
    const { items } = await bodyOf<RevisionsView>(await app.get('/api/revisions'))
    expect(items[0]).toMatchObject({ number: 3, note: '开始时写的说明。' })
  })

  it('takes no target away that nobody was told of', async () => {
    const admin = await signInAs(app, 'admin')
    const without = '力争新培育一批专精特新中小企业。'
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: without }], desk.me)
    const { draft } = await overview()
    const lost = { clauseKey: '1.1.2', indicator: '专精特新中小企业', quote: '300家', becomes: null }
    expect(draft?.targets).toMatchObject([lost])
    expect((await clause('1.1.2'))?.targets).toMatchObject([lost])
    expect(await errorOf(await publish(admin, draft))).toMatchObject({ code: 'targets_lost' })
    expect((await overview()).published).toBe(1)
    await bodyOf(await publish(admin, draft, { losesTargets: true }))
    const [row] = await app.rows<{ data: string }>(sql`
      SELECT data FROM audit_log WHERE action = 'plan.revision_published' ORDER BY id DESC LIMIT 1`)
    expect(JSON.parse(row?.data ?? '')).toEqual({ changes: 1, lostTargets: 1 })
  })

  it('asks nothing where a target has another figure, and says which', async () => {
    const admin = await signInAs(app, 'admin')
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: raised }], desk.me)
    const { draft } = await overview()
    expect(draft?.targets).toMatchObject([{ clauseKey: '1.1.2', quote: '300家', becomes: '360家' }])
    expect((await publish(admin, draft)).status).toBe(200)
  })

  it('happens once', async () => {
    const admin = await signInAs(app, 'admin')
    await makeDraft(app, [{ act: 'remove', clause: '1.1.3' }], desk.me)
    const { draft } = await overview()
    const answers = await Promise.all([publish(admin, draft), publish(admin, draft)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('leaves the change to stand: what was published is not edited', async () => {
    await makeRevision(app, [{ act: 'amend', clause: '1.1.2', text: raised }])
    const edit = app.db.run(sql`
      UPDATE clause_changes SET text = '改' WHERE id = (SELECT max(id) FROM clause_changes)`)
    await expect(edit).rejects.toThrow()
  })
})

describe('a revision', () => {
  it('tells old and new text and the comments that caused it, and not those who were disposed of anew', async () => {
    const cause = await makeComment(app, { clause: '1.1.2' })
    const hidden = await makeComment(app, { clause: '1.1.2', state: 'private' })
    const former = await makeComment(app, { clause: '1.1.2' })
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: raised, reason: '提高目标。' }], desk.me)
    const id = await changeId('1.1.2')
    for (const { publicId } of [cause, hidden, former]) await disposeRow(app, publicId, 'adopted', [id])
    await disposeRow(app, former.publicId, 'already_covered')
    const own = await bodyOf<StaffRevisionView>(await app.get('/api/staff/revisions/2', { as: desk.staff }))
    expect(own.measures).toMatchObject([
      {
        key: '1.1',
        changes: [
          {
            id,
            clauseKey: '1.1.2',
            kind: 'amend',
            before: '力争新培育专精特新中小企业300家。',
            after: raised,
            reason: '提高目标。',
            comments: [cause.publicId, hidden.publicId],
            hasMore: false,
            changedBy: '李工',
          },
        ],
      },
    ])
    await publishDraft(app)
    const { items } = await bodyOf<RevisionsView>(await app.get('/api/revisions'))
    expect(items[0]?.measures[0]?.changes[0]?.comments).toEqual([cause.publicId])
    expect(JSON.stringify(items)).not.toContain('李工')
    const { changes } = await bodyOf<{ changes: unknown[] }>(await app.get(`/api/comments/${cause.publicId}`))
    expect(changes).toEqual([{ id, revision: 2, clauseKey: '1.1.2', kind: 'amend' }])
  })
})

describe('orphans', () => {
  it('are listed for staff whatever their state, page by page', async () => {
    const made = []
    for (let i = 0; i < 21; i += 1)
      made.push(await makeComment(app, { clause: '1.1.3', state: i % 2 ? 'published' : 'private' }))
    await makeRevision(app, [{ act: 'remove', clause: '1.1.3' }])
    const first = await bodyOf<OrphanPage>(
      await app.get('/api/staff/orphans?measure=1.1', { as: desk.staff }),
    )
    expect(first.items).toHaveLength(20)
    expect(first.items[0]).toMatchObject({ madeOn: 1, text: '推动“小升规”。', orphanedIn: 2, quote: null })
    const rest = await bodyOf<OrphanPage>(
      await app.get(`/api/staff/orphans?measure=1.1&after=${first.next}`, { as: desk.staff }),
    )
    expect([...first.items, ...rest.items].map(({ publicId }) => publicId)).toEqual(
      made.map(({ publicId }) => publicId),
    )
    expect(rest.next).toBeNull()
  })
})
