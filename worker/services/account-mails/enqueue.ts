import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { AccountMailKind } from '../../contract/words'
import type { Query } from '../../db/client'

/**
 * For the batch of the act that it tells of: a mail to each of these users, if `when` holds. Its words and the address are read
 * when it goes out; call `ctx.stir()` after the batch.
 */
export function enqueueAccountMails(
  ctx: ServiceContext,
  kind: Exclude<AccountMailKind, 'invitation'>,
  subjectId: string | SQL,
  users: SQL,
  when: SQL = sql`1`,
): Query {
  const now = ctx.now.getTime()
  return ctx.db.run(sql`
    INSERT INTO account_mails (kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at)
    SELECT ${kind}, r.id, ${subjectId}, ${kind} || '.' || ${subjectId} || '.' || r.id, ${now}, ${now}
    FROM (${users}) AS r WHERE ${when} ON CONFLICT (dedupe_key) DO NOTHING`)
}

/** The same to the address of an invitation that has one. */
export function enqueueInvitationMail(ctx: ServiceContext, invitationId: string): Query {
  const now = ctx.now.getTime()
  return ctx.db.run(sql`
    INSERT INTO account_mails (kind, subject_id, dedupe_key, created_at, next_attempt_at)
    SELECT 'invitation', id, ${`invitation.${invitationId}`}, ${now}, ${now}
    FROM enterprise_invitations WHERE id = ${invitationId} AND email IS NOT NULL
    ON CONFLICT (dedupe_key) DO NOTHING`)
}
