import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Decision } from '../../contract/words'
import type { Query } from '../../db/client'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { parts } from './rules'

/** What is decided on the parts of one response in one such span is told in one mail, once it is over. */
export const decidedSpan = 15 * 60_000
/** For what takes effect at the very end of a span. */
const slack = 60_000

const isTold: readonly Decision[] = ['return', 'reject']

/** For the batch of a decision on what counts for a response, if `when` holds: a mail to those who may send it. */
export function tellOfDecision(
  ctx: ServiceContext,
  { comment_id: commentId, decision }: { comment_id: number; decision: Decision },
  when: SQL,
): Query[] {
  if (!isTold.includes(decision)) return []
  const span = Math.floor(ctx.now.getTime() / decidedSpan)
  const counting = sql`submission_comments p WHERE p.comment_id = ${commentId} AND p.replaced_in IS NULL`
  return [
    enqueueAccountMails(
      ctx,
      'response_decided',
      sql`(SELECT p.submission_id FROM ${counting}) || '.' || ${String(span)}`,
      sql`SELECT m.user_id AS id FROM enterprise_members m JOIN submissions s ON s.enterprise_id = m.enterprise_id
        WHERE s.id = (SELECT p.submission_id FROM ${counting})
          AND m.part IN (SELECT value FROM json_each(${JSON.stringify(parts.send)}))`,
      when,
      new Date((span + 1) * decidedSpan + slack),
    ),
  ]
}
