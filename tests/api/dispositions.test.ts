import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { DisposedView } from '../../worker/contract/dispositions'
import { limits } from '../../worker/contract/limits'
import { bodyOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { reason, startDispositionDesk } from '../support/disposition-desk'
import { makeComment } from '../support/make-comment'
import { makeStandardText } from '../support/make-response'
import { closeDraft, makeDraft } from '../support/make-revision'

const { app, clerk, waiting, send, read, count, expectRefused } = await startDispositionDesk()

describe('a disposition', () => {
  it('is kept with its reason, who and when, and counted', async () => {
    expect(await bodyOf<DisposedView>(await send())).toEqual({ disposed: [waiting.publicId], refused: [] })
    const view = await read()
    expect(view).toMatchObject({ version: 1, disposition: 'not_adopted', isMine: true, isAdmissible: true })
    expect(view.history).toEqual([
      {
        version: 1,
        revision: 1,
        disposition: 'not_adopted',
        reason,
        passedTo: null,
        changes: [],
        standardText: null,
        by: '李颖',
        at: app.clock.now().toISOString(),
      },
    ])
    const [row] = await app.rows<{ count: number }>(sql`
      SELECT sum(count) AS count FROM case_counts WHERE disposition = 'not_adopted'`)
    const [all] = await app.rows<{ count: number }>(sql`
      SELECT count(*) AS count FROM cases WHERE disposition = 'not_adopted' AND is_admissible = 1`)
    expect(row?.count).toBe(all?.count)
  })

  it('keeps every version, newest first', async () => {
    await send()
    await send({
      cases: [{ publicId: waiting.publicId, version: 1, revision: 1 }],
      disposition: 'passed_on',
      passedTo: '省发展改革委',
    })
    const { history } = await read()
    expect(history.map(({ version, disposition, passedTo }) => [version, disposition, passedTo])).toEqual([
      [2, 'passed_on', '省发展改革委'],
      [1, 'not_adopted', null],
    ])
  })

  it('is recorded once in the audit, without its words', async () => {
    await send()
    const [entry, ...more] = await auditOf(app, waiting.publicId, 'comment.disposed')
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      actorId: clerk.actor.id,
      data: { disposition: 'not_adopted', version: 1, changes: 0 },
    })
  })

  it('names the standard text that it was written from, in its wording', async () => {
    const text = await makeStandardText(app)
    await send({ standardText: { id: text.id, version: 1 } })
    expect((await read()).history[0]?.standardText).toEqual({ id: text.id, version: 1, title: text.title })
  })

  it('that is adopted names the clauses that changed', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育三百二十家。' }])
    const [choice] = (await read()).changes
    expect(choice).toMatchObject({ clauseKey: '1.1.2', kind: 'amend', isPublished: false })
    await send({ disposition: 'adopted', changes: [choice?.id] })
    const { history } = await read()
    expect(history[0]?.changes).toEqual([choice])
    await closeDraft(app)
  })

  it('that is adopted names no change that was taken back', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.3', text: '扎实推动“小升规”。' }])
    const choice = (await read()).changes.find(({ clauseKey }) => clauseKey === '1.1.3')
    await send({ disposition: 'adopted', changes: [choice?.id] })
    await send({
      cases: [{ publicId: waiting.publicId, version: 1, revision: 1 }],
      disposition: 'adopted',
      isTextUnchanged: true,
    })
    await makeDraft(app, [{ act: 'take_back', clause: '1.1.3' }])
    const after = await read()
    expect(after.changes.map(({ id }) => id)).not.toContain(choice?.id)
    expect(after.history[1]?.changes.map(({ id }) => id)).toEqual([choice?.id])
    waiting.publicId = (await makeComment(app)).publicId
    await expectRefused({ disposition: 'adopted', changes: [choice?.id] }, 'invalid_input', ['changes'])
    await closeDraft(app)
  })
})

describe('many at once', () => {
  it('are done but for those that changed meanwhile, each with its reason', async () => {
    const others = [
      await makeComment(app),
      await makeComment(app, { measure: '2.1' }),
      await makeComment(app),
    ]
    const ids = [waiting.publicId, ...others.map((each) => each.publicId)]
    await send({ cases: [{ publicId: ids[1], version: 0, revision: 1 }] })
    const answer = await send({ cases: ids.map((id) => ({ publicId: id, version: 0, revision: 1 })) })
    const { disposed, refused } = await bodyOf<DisposedView>(answer)
    expect(disposed.sort()).toEqual([ids[0], ids[3]].sort())
    expect(refused.map(({ publicId, code }) => [publicId, code])).toEqual([
      [ids[1], 'disposition_changed'],
      [ids[2], 'forbidden'],
    ])
    expect(await auditOf(app, ids[3] ?? '', 'comment.disposed')).toHaveLength(1)
  })

  it('are at most so many', async () => {
    const cases = Array.from({ length: limits.caseBatch + 1 }, () => ({
      publicId: waiting.publicId,
      version: 0,
      revision: 1,
    }))
    await expectRefused({ cases }, 'invalid_input', ['cases'])
  })

  it('are counted first: a group without what is done, with what the write will ask for', async () => {
    const body = '建议把新培育专精特新中小企业的目标由三百家提高到三百五十家，并且按地市分解落实到位。'
    const made = []
    for (const place of ['甲市', '乙市', '丙市'])
      made.push(await makeComment(app, { body: `${body}（${place}）` }))
    const ids = made.map((each) => each.publicId)
    const group = { of: 'group', publicId: ids[0] }
    const before = await count(group)
    expect(before).toMatchObject({ count: 3, done: 0, others: 0, closed: 0 })
    expect(before.cases.map((each) => each.publicId)).toEqual(ids)
    expect(before.sample).toHaveLength(3)
    await send({ cases: before.cases.slice(0, 1) })
    expect(await count(group)).toMatchObject({ count: 2, done: 1 })
    const chosen = await count({ of: 'chosen', publicIds: ids })
    expect(chosen.cases).toEqual([
      { publicId: ids[0], version: 1, revision: 1 },
      { publicId: ids[1], version: 0, revision: 1 },
      { publicId: ids[2], version: 0, revision: 1 },
    ])
    const view = await bodyOf<DisposedView>(
      await send({ cases: chosen.cases, disposition: 'already_covered' }),
    )
    expect(view).toEqual({ disposed: expect.arrayContaining(ids), refused: [] })
    expect((await read(ids[2])).similar).toBe(3)
  })

  it('are counted without another unit’s and those that are not accepted', async () => {
    const theirs = (await makeComment(app, { measure: '2.1' })).publicId
    const closed = (await makeComment(app)).publicId
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${closed}`)
    expect(await count({ of: 'chosen', publicIds: [waiting.publicId, theirs, closed] })).toMatchObject({
      count: 1,
      others: 1,
      closed: 1,
      leftOut: [
        { publicId: theirs, why: 'others' },
        { publicId: closed, why: 'closed' },
      ],
      cases: [{ publicId: waiting.publicId, version: 0, revision: 1 }],
    })
  })

  it('are a full set in one act', async () => {
    const cases = [{ publicId: waiting.publicId, version: 0, revision: 1 }]
    for (let i = 0; i < 30; i += 1)
      cases.push({ publicId: (await makeComment(app)).publicId, version: 0, revision: 1 })
    const view = await bodyOf<DisposedView>(await send({ cases }))
    expect(view.disposed).toHaveLength(31)
  })
})
