import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DecisionInput } from '../../worker/contract/moderation/decisions'
import { openDatabase } from '../../worker/db/client'
import { auditLog, comments, stagedDecisions } from '../../worker/db/schema'
import { applyDueDecisions } from '../../worker/services/moderation/apply-due-decisions'
import { stageDecision } from '../../worker/services/moderation/stage-decision'
import { undoDecisions } from '../../worker/services/moderation/undo-decisions'
import { errorOf } from '../support/answers'
import { grace } from '../support/clock'
import { letTakeEffect, makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser, signInAs } from '../support/make-user'
import { countRows, startTestApp } from '../support/test-app'

const app = await startTestApp()

beforeAll(async () => {
  await makeConsultation(app)
  await makeReasons(app)
})

const choices = [
  { decision: 'publish' },
  { decision: 'return', reason: 'unclear' },
  { decision: 'reject', reason: 'off_topic' },
]

async function auditOf(publicId: string): Promise<string[]> {
  const audit = await app.db.select().from(auditLog).where(eq(auditLog.subjectId, publicId))
  return audit.map(({ action }) => action)
}

const stateOf = async (publicId: string) =>
  (await app.db.select().from(comments).where(eq(comments.publicId, publicId)))[0]?.state

describe('two hundred decisions at once', () => {
  it('on one comment stage one of them, and tell the rest by whom', async () => {
    const cookies = [await signInAs(app, 'moderator', '王敏'), await signInAs(app, 'moderator', '何立')]
    const { publicId } = await makeComment(app, { state: 'pending' })
    const before = await countRows(app)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        app.post(
          '/api/moderation/decisions',
          { publicId, revision: 1, ...choices[i % 3] },
          { as: cookies[i % 2] ?? '' },
        ),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const lost of answers.filter(({ status }) => status !== 200)) {
      const { code, message } = await errorOf(lost)
      expect(code).toBe('already_decided')
      expect(message).toMatch(/^这条意见已由(王敏|何立)于 /)
    }
    const [staged] = await app.db.select().from(stagedDecisions)
    const ended = { publish: 'published', return: 'returned', reject: 'rejected' }[
      staged?.decision as 'publish'
    ]
    await letTakeEffect(app)
    expect(await stateOf(publicId)).toBe(ended)
    expect(await auditOf(publicId)).toEqual(['comment.submitted', `comment.${ended}`])
    const after = await countRows(app)
    expect(after.moderation_decisions).toBe((before.moderation_decisions ?? 0) + 1)
    expect(after.audit_log).toBe((before.audit_log ?? 0) + 1)
  }, 90_000)

  it('on twenty comments decide each once', async () => {
    const cookies = [await signInAs(app, 'moderator', '王敏'), await signInAs(app, 'moderator', '何立')]
    const made = await Promise.all(Array.from({ length: 20 }, () => makeComment(app, { state: 'pending' })))
    const before = await countRows(app)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        app.post(
          '/api/moderation/decisions',
          { publicId: made[i % 20]?.publicId, revision: 1, decision: 'publish' },
          { as: cookies[i % 2] ?? '' },
        ),
      ),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    expect(await letTakeEffect(app)).toBe(20)
    for (const { publicId } of made)
      expect(await auditOf(publicId)).toEqual(['comment.submitted', 'comment.published'])
    const after = await countRows(app)
    expect(after.moderation_decisions).toBe((before.moderation_decisions ?? 0) + 20)
  }, 90_000)
})

describe('what is due', () => {
  it('takes effect once, however many come to apply it', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => makeComment(app, { state: 'pending' })))
    const { actor } = await makeUser(app, 'moderator')
    for (const [i, { publicId }] of made.entries())
      await stageDecision(app.context(actor), { publicId, revision: 1, ...choices[i % 3] } as DecisionInput)
    const before = await countRows(app)
    app.clock.advance(grace)
    const applied = await Promise.all(
      Array.from({ length: 6 }, () =>
        applyDueDecisions({ ...app.context(), db: openDatabase({ url: app.url }) }),
      ),
    )
    expect(applied.reduce((sum, count) => sum + count)).toBe(8)
    const after = await countRows(app)
    expect(after.moderation_decisions).toBe((before.moderation_decisions ?? 0) + 8)
    expect(after.audit_log).toBe((before.audit_log ?? 0) + 8)
    expect(after.comment_search_docsize).toBe((before.comment_search_docsize ?? 0) + 3)
    expect(await applyDueDecisions(app.context())).toBe(0)
  })

  it('takes effect or is undone, never both', async () => {
    const { actor } = await makeUser(app, 'moderator')
    for (let round = 0; round < 10; round += 1) {
      const { publicId } = await makeComment(app, { state: 'pending' })
      const view = await stageDecision(app.context(actor), { publicId, revision: 1, decision: 'publish' })
      if (view.outcome !== 'staged') throw new Error('not staged')
      const early = app.context(actor)
      app.clock.advance(grace)
      const [undone] = await Promise.allSettled([
        undoDecisions(early, { stagedId: view.stagedId }),
        applyDueDecisions({ ...app.context(), db: openDatabase({ url: app.url }) }),
      ])
      expect(await stateOf(publicId)).toBe(undone.status === 'fulfilled' ? 'pending' : 'published')
      expect(await auditOf(publicId)).toHaveLength(undone.status === 'fulfilled' ? 1 : 2)
    }
  })
})

describe('ten resubmissions at once of one comment', () => {
  it('keep one earlier text, one step forward and one audit row', async () => {
    const { publicId, queryCode } = await makeComment(app, { state: 'returned' })
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        app.post('/api/receipts/resubmit', { publicId, queryCode, body: `第${i}种改法。`, stance: 'partly' }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)])
    const rows = await app.rows<{ revision: number; kept: number }>(sql`
      SELECT revision, (SELECT count(*) FROM comment_revisions WHERE comment_id = c.id) AS kept
      FROM comments c WHERE public_id = ${publicId}`)
    expect(rows).toEqual([{ revision: 2, kept: 1 }])
    const audit = await app.db.select().from(auditLog).where(eq(auditLog.subjectId, publicId))
    expect(audit.map(({ action }) => action)).toEqual([
      'comment.submitted',
      'comment.returned',
      'comment.resubmitted',
    ])
  })
})

describe.each(['audit_log', 'moderation_decisions'])('%s', (table) => {
  it.each([
    `UPDATE ${table} SET id = id`,
    `DELETE FROM ${table}`,
    `REPLACE INTO ${table} SELECT * FROM ${table}`,
  ])('refuses %s', async (statement) => {
    await makeComment(app)
    const before = await app.rows(sql.raw(`SELECT * FROM ${table}`))
    await expect(app.db.run(sql.raw(statement))).rejects.toThrow()
    expect(await app.rows(sql.raw(`SELECT * FROM ${table}`))).toEqual(before)
  })
})
