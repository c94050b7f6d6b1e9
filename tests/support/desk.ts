import { eq, sql } from 'drizzle-orm'
import type { DecisionView } from '../../worker/contract/moderation/decisions'
import type { ReviewKind } from '../../worker/contract/words'
import { auditLog, comments } from '../../worker/db/schema'
import { bodyOf } from './answers'
import { letTakeEffect } from './make-comment'
import type { TestApp } from './test-app'

/** The moderation API for one test's app: `decide` answers as it is, `staged` and `settled` go on from there. */
export function deskOf(app: TestApp) {
  const decide = (publicId: string, decision: string, more: object, as: string) =>
    app.post('/api/moderation/decisions', { publicId, revision: 1, decision, ...more }, { as })

  const staged = async (publicId: string, decision: string, more: object, as: string): Promise<string> => {
    const view = await bodyOf<DecisionView>(await decide(publicId, decision, more, as))
    if (view.outcome !== 'staged') throw new Error(`not staged: ${view.outcome}`)
    return view.stagedId
  }

  const settled = async (publicId: string, decision: string, more: object, as: string): Promise<string> => {
    const id = await staged(publicId, decision, more, as)
    await letTakeEffect(app)
    return id
  }

  const stored = async (publicId: string) => {
    const [row] = await app.db.select().from(comments).where(eq(comments.publicId, publicId))
    if (!row) throw new Error(`${publicId} was not stored`)
    return row
  }

  const reviewOf = async (publicId: string, kind: ReviewKind) => {
    const [row] = await app.rows<{ id: number; excluded: string | null }>(sql`
      SELECT r.id, (SELECT group_concat(u.name) FROM review_exclusions x JOIN users u ON u.id = x.user_id
        WHERE x.review_id = r.id) AS excluded
      FROM reviews r JOIN comments c ON c.id = r.comment_id WHERE c.public_id = ${publicId} AND r.kind = ${kind}`)
    return row ?? null
  }

  const audited = async (publicId: string) => {
    const rows = await app.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subjectId, publicId))
      .orderBy(auditLog.id)
    return rows.map(({ action, data }) => ({ action, data }))
  }

  return { decide, staged, settled, stored, reviewOf, audited }
}
