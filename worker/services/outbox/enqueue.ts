import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'

/**
 * For a decision's batch: a mail about it to the author, if `when` holds and they left an e-mail address. Nothing goes to a
 * telephone number: there is no adapter for text messages.
 */
export function enqueueDecisionMail(
  ctx: ServiceContext,
  commentId: number,
  decisionId: string,
  when: SQL = sql`1`,
): Query {
  const now = ctx.now.getTime()
  return ctx.db.run(sql`
    INSERT INTO outbox_messages (kind, comment_id, subject_id, dedupe_key, created_at, next_attempt_at)
    SELECT 'decision', comment_id, ${decisionId}, ${`decision.${decisionId}`}, ${now}, ${now}
    FROM comment_contacts WHERE comment_id = ${commentId} AND kind = 'email' AND (${when})
    ON CONFLICT (dedupe_key) DO NOTHING`)
}
