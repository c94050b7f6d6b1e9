import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { AccountMailKind } from '../../contract/words'
import type { Query } from '../../db/client'
import { sign } from '../proofs/sign'

/**
 * For the batch of the act that it tells of: a mail to each of these users, if `when` holds; once, unless it brings a link. Its
 * words and the address are read when it goes out, at `dueAt`; call `ctx.stir()` after the batch.
 */
export function enqueueAccountMails(
  ctx: ServiceContext,
  kind: Exclude<AccountMailKind, 'invitation'>,
  subjectId: string | SQL,
  users: SQL,
  when: SQL = sql`1`,
  dueAt: Date = ctx.now,
): Query {
  const now = ctx.now.getTime()
  const turn =
    kind === 'confirm' || kind === 'password'
      ? sql`'.' || (SELECT count(*) FROM account_mails WHERE user_id = r.id AND subject_id = ${subjectId})`
      : sql`''`
  return ctx.db.run(sql`
    INSERT INTO account_mails (kind, user_id, subject_id, dedupe_key, created_at, next_attempt_at)
    SELECT ${kind}, r.id, ${subjectId}, ${kind} || '.' || ${subjectId} || '.' || r.id || ${turn}, ${now}, ${dueAt.getTime()}
    FROM (${users}) AS r WHERE ${when} ON CONFLICT (dedupe_key) DO NOTHING`)
}

/** What tells addresses apart without being one. */
export const hashAddress = (ctx: ServiceContext, address: string): Promise<string> =>
  sign(ctx.keyFor('source'), address.toLowerCase())

/** The same to the address of an invitation that has one, whoever invites: three a day at most, and nobody is told. */
export function enqueueInvitationMail(ctx: ServiceContext, invitationId: string, hash: string): Query {
  const now = ctx.now.getTime()
  return ctx.db.run(sql`
    INSERT INTO account_mails (kind, subject_id, dedupe_key, created_at, next_attempt_at, address_hash)
    SELECT 'invitation', id, ${`invitation.${invitationId}`}, ${now}, ${now}, ${hash}
    FROM enterprise_invitations WHERE id = ${invitationId} AND email IS NOT NULL AND (
      SELECT count(*) FROM account_mails WHERE address_hash = ${hash} AND created_at > ${now - 86_400_000})
      < ${limits.accountMailsADay}
    ON CONFLICT (dedupe_key) DO NOTHING`)
}
