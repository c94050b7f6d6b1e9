import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { eraseComment } from '../../worker/services/privacy/erase-comment'
import { resubmitComment } from '../../worker/services/receipts/resubmit-comment'
import { withdrawComment } from '../../worker/services/receipts/withdraw-comment'
import { decide, makeComment, type TestComment } from '../support/make-comment'
import { makeConsultation } from '../support/make-consultation'
import { makeReasons } from '../support/make-reasons'
import { makeUser } from '../support/make-user'
import { findWords } from '../support/read-everything'
import { startTestApp } from '../support/test-app'

const app = await startTestApp()
await makeReasons(app)
const { actor } = await makeUser(app, 'senior_moderator')

const word = 'Zqxwordtakenback'
const body = `${word}，请公布评分细则。`
const inIndex = async () => [...(await findWords(app, [word], 'comment_search'))]

beforeEach(async () => {
  await makeConsultation(app)
  await app.db.run(sql`UPDATE consultations SET moderation = 'after' WHERE is_current = 1`)
})

const hides = [{ start: 0, end: word.length, reason: 'contact' as const }]
const ways: Record<string, (comment: TestComment) => Promise<unknown>> = {
  redacted: ({ publicId }) =>
    decide(app, { publicId, revision: 1, decision: 'redact', redactions: hides }, actor),
  rejected: ({ publicId }) =>
    decide(app, { publicId, revision: 1, decision: 'reject', reason: 'abusive' }, actor),
  'withdrawn by its author': (comment) => withdrawComment(app.context(), comment),
  'written anew by its author': (comment) =>
    resubmitComment(app.context(), { ...comment, body: '请公布评分细则。', stance: 'suggest' }),
  erased: (comment) => eraseComment(app.context(), { ...comment, confirm: true }),
}

describe('words that were public', () => {
  it.each(Object.keys(ways))('are in no segment of the search index once they are %s', async (how) => {
    for (const n of [1, 2, 3]) await makeComment(app, { body: `请公布评分细则，第${n}次。` })
    const { publicId, queryCode } = await makeComment(app, { state: 'pending', body })
    expect(await app.rows(sql`SELECT state FROM comments WHERE public_id = ${publicId}`)).toEqual([
      { state: 'published' },
    ])
    expect(await inIndex()).toEqual(['comment_search_content.c0', 'comment_search_data.block'])
    await ways[how]?.({ publicId, queryCode } as TestComment)
    expect(await inIndex()).toEqual([])
    expect(
      (await app.rows(sql`SELECT rowid FROM comment_search WHERE comment_search MATCH '"公 布"'`)).length,
    ).toBeGreaterThanOrEqual(3)
    await app.db.run(sql`INSERT INTO comment_search (comment_search) VALUES ('integrity-check')`)
  })
})
