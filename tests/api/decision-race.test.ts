import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditLog, moderationDecisions } from '../../worker/db/schema'
import { errorOf } from '../support/answers'
import { makeComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { signInAs } from '../support/make-user'
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

describe('fifty decisions at once on one comment', () => {
  it('decide once, with one decision row and one audit row, and tell the rest by whom', async () => {
    const cookies = [await signInAs(app, 'moderator', '王敏'), await signInAs(app, 'moderator', '何立')]
    const { publicId } = await makeComment(app, { state: 'pending' })
    const before = await countRows(app)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        app.post(
          '/api/moderation/decisions',
          { publicId, revision: 1, ...choices[i % 3] },
          { as: cookies[i % 2] ?? '' },
        ),
      ),
    )
    const won = answers.filter(({ status }) => status === 200)
    expect(won).toHaveLength(1)
    const [{ state }] = (await Promise.all(won.map((answer) => answer.json()))) as [{ state: string }]
    for (const lost of answers.filter(({ status }) => status !== 200)) {
      const { code, message } = await errorOf(lost)
      expect(code).toBe('already_decided')
      expect(message).toMatch(/^这条意见已由(王敏|何立)于 /)
    }
    const [row] = await app.rows<{ id: number; state: string }>(
      sql`SELECT id, state FROM comments WHERE public_id = ${publicId}`,
    )
    expect(row?.state).toBe(state)
    const decided = await app.db
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.commentId, row?.id ?? 0))
    expect(decided).toHaveLength(1)
    const audit = await app.db.select().from(auditLog).where(eq(auditLog.subjectId, publicId))
    expect(audit.map(({ action }) => action)).toEqual(['comment.submitted', `comment.${state}`])
    const after = await countRows(app)
    expect(after.comments).toBe(before.comments)
    expect(after.audit_log).toBe((before.audit_log ?? 0) + 1)
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
