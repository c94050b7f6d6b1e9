import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { disposeOf } from '../../worker/services/dispositions/dispose-of'
import { errorOf } from '../support/answers'
import { auditOf } from '../support/audit'
import { reason, startDispositionDesk } from '../support/disposition-desk'
import { makeComment } from '../support/make-comment'
import { makeStandardText } from '../support/make-response'
import { closeDraft, makeDraft } from '../support/make-revision'
import { makeUser, signIn, type TestUser } from '../support/make-user'

const { app, clerk, colleague, as, waiting, input, send, read, expectRefused } = await startDispositionDesk()

describe('what is refused', () => {
  it('is adopting without saying what became of the text', async () => {
    await expectRefused({ disposition: 'partly' }, 'invalid_input', ['changes'])
    await expectRefused({ disposition: 'adopted', changes: [9999] }, 'invalid_input', ['changes'])
    expect((await send({ disposition: 'partly', isTextUnchanged: true })).status).toBe(200)
  })

  it('is passing on to nobody, and sending elsewhere what is not passed on', async () => {
    await expectRefused({ disposition: 'passed_on' }, 'invalid_input', ['passedTo'])
    await expectRefused({ passedTo: '省商务厅' }, 'invalid_input', ['passedTo'])
  })

  it('is a standard text that is not there or out of use', async () => {
    await expectRefused({ standardText: { id: 9999, version: 1 } }, 'invalid_input', ['standardText'])
    const { id } = await makeStandardText(app)
    await expectRefused({ standardText: { id, version: 2 } }, 'invalid_input', ['standardText'])
    await app.post(`/api/staff/standard-texts/${id}/use`, { isActive: false }, { as })
    await expectRefused({ standardText: { id, version: 1 } }, 'invalid_input', ['standardText'])
  })

  it('is a comment that was never accepted, or no longer is', async () => {
    const { publicId: pending } = await makeComment(app, { state: 'pending' })
    expect((await send({ cases: [{ publicId: pending, version: 0, revision: 1 }] })).status).toBe(404)
    await app.db.run(sql`UPDATE comments SET state = 'rejected' WHERE public_id = ${waiting.publicId}`)
    await expectRefused({}, 'case_closed')
    expect((await read()).isAdmissible).toBe(false)
  })

  it('is another unit’s comment, but not to its people or an administrator', async () => {
    waiting.publicId = (await makeComment(app, { measure: '2.1' })).publicId
    const error = await expectRefused({}, 'forbidden')
    expect(error.message).toContain('其他处室')
    expect((await read()).isMine).toBe(false)
    expect((await send({}, await signIn(app, colleague))).status).toBe(200)
    const admin = await signIn(app, await makeUser(app, 'admin'))
    expect(
      (await send({ cases: [{ publicId: waiting.publicId, version: 1, revision: 1 }] }, admin)).status,
    ).toBe(200)
  })

  it('is what a colleague was faster with, and tells who made what of it', async () => {
    await send({}, await signIn(app, colleague))
    const answer = await send({ disposition: 'already_covered' })
    const { code, message } = await errorOf(answer)
    expect(code).toBe('disposition_changed')
    expect(message).toContain('吴昊')
    expect(message).toContain('未采纳')
    expect((await read()).history).toHaveLength(1)
    expect(await auditOf(app, waiting.publicId, 'comment.disposed')).toHaveLength(1)
  })
})

describe('two at the same moment', () => {
  it('leave one disposition, one row of the audit, and one who is told', async () => {
    const by = (user: TestUser) =>
      disposeOf(app.context(user.actor), input() as Parameters<typeof disposeOf>[1])
    const results = await Promise.allSettled([by(clerk), by(colleague)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((result) => result.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'disposition_changed' })
    expect((await read()).history).toHaveLength(1)
    expect(await auditOf(app, waiting.publicId, 'comment.disposed')).toHaveLength(1)
  })
})

describe('a change that is taken back between reading and writing', () => {
  it('refuses all that name it, and writes nothing', async () => {
    await makeDraft(app, [{ act: 'amend', clause: '1.1.2', text: '力争新培育三百三十家。' }])
    const choice = (await read()).changes.find(({ isPublished }) => !isPublished)
    const ctx = app.context(clerk.actor)
    let batches = 0
    const batch: typeof ctx.db.batch = async (queries) => {
      batches += 1
      if (batches === 2) await makeDraft(app, [{ act: 'take_back', clause: '1.1.2' }])
      return ctx.db.batch(queries)
    }
    const db = new Proxy(ctx.db, { get: (on, key) => (key === 'batch' ? batch : Reflect.get(on, key)) })
    const other = (await makeComment(app)).publicId
    const cases = [waiting.publicId, other].map((id) => ({ publicId: id, version: 0, revision: 1 }))
    const adopted = { cases, disposition: 'adopted' as const, reason, changes: [choice?.id ?? 0] }
    await expect(disposeOf({ ...ctx, db }, adopted)).rejects.toMatchObject({
      code: 'invalid_input',
      more: { fields: { changes: 'text_change_unknown' } },
    })
    expect((await read()).history).toEqual([])
    expect(await auditOf(app, other, 'comment.disposed')).toEqual([])
    await closeDraft(app)
  })
})
