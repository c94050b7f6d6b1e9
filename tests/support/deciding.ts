import { asc, desc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { ErrorCode, FieldCode } from '../../worker/contract/errors'
import { domainWords } from '../../worker/contract/locales'
import { auditLog, comments, moderationDecisions, reasons } from '../../worker/db/schema'
import { errorOf } from './answers'
import { letTakeEffect } from './make-comment'
import { makeConsultation } from './make-consultation'
import { makeReasons } from './make-reasons'
import { signInAs } from './make-user'
import { countRows, startTestApp } from './test-app'

/** Two moderators, 王敏 (`as`) and 何立 (`other`), and a senior one, with what they may decide on. */
export async function startDeciding() {
  const app = await startTestApp()
  await makeConsultation(app)
  await makeReasons(app)
  const as = await signInAs(app, 'moderator', '王敏')
  const other = await signInAs(app, 'moderator', '何立')
  const senior = await signInAs(app, 'senior_moderator')
  const retired = {
    id: 'retired',
    decision: 'reject' as const,
    zh: '一',
    en: 'a',
    mayResubmit: false,
    sort: 9,
  }
  await app.db.insert(reasons).values({ ...retired, isActive: false })

  const decide = (publicId: string, decision: string, more: object = {}, cookie = as) =>
    app.post('/api/moderation/decisions', { publicId, revision: 1, decision, ...more }, { as: cookie })

  /** Decides, and lets it take effect. */
  async function settle(publicId: string, decision: string, more: object = {}, cookie = as): Promise<void> {
    expect((await decide(publicId, decision, more, cookie)).status).toBe(200)
    await letTakeEffect(app)
  }

  async function stored(publicId: string) {
    const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
    if (!row) throw new Error(`${publicId} was not stored`)
    const decided = await app.db
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.commentId, row.id))
      .orderBy(asc(moderationDecisions.decidedAt))
    const audit = await app.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, publicId))
      .orderBy(desc(auditLog.id))
    return { row, decided, audit }
  }

  async function expectRefused(ask: () => Promise<Response>, code: ErrorCode, field?: [string, FieldCode]) {
    const before = await countRows(app)
    const error = await errorOf(await ask())
    expect(error.code).toBe(code)
    if (field) expect(error.fields).toEqual({ [field[0]]: domainWords.zh.fields[field[1]] })
    expect(await countRows(app)).toEqual(before)
  }
  return { app, as, other, senior, decide, settle, stored, expectRefused }
}
