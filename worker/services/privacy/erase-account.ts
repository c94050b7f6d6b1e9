import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext } from '../../context'
import type { AccountErasure } from '../../contract/erasures'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { deletions } from '../follows/end-follow'
import { erasedAccountRows, eraseIn } from './erased-words'

const freshMinutes = 15

/** Deletes one's own account with all that is its owner's alone; whoever owns an enterprise with colleagues hands it over first. */
export async function eraseAccount(
  ctx: ServiceContext,
  sessionId: string,
  { password }: AccountErasure,
): Promise<void> {
  const { id } = assertParticipant(ctx)
  await assertOwner(ctx, id, sessionId, password)
  const outcome = await ctx.db.batch(accountErasure(ctx, id))
  if ((outcome.at(-1) as { rowsAffected: number }).rowsAffected === 0) throw new AppError('last_owner')
  ctx.stir()
}

/** The password again; where there is none, that the sign-in is a fresh one. */
async function assertOwner(
  ctx: ServiceContext,
  id: string,
  sessionId: string,
  password: string,
): Promise<void> {
  const [[held], [session]] = await ctx.db.batch([
    ctx.db.all<{ password: string }>(sql`
      SELECT password FROM credentials INDEXED BY credentials_by_user
      WHERE user_id = ${id} AND provider_id = 'credential' AND password IS NOT NULL`),
    ctx.db.all<{ id: string }>(sql`
      SELECT id FROM sessions WHERE id = ${sessionId} AND user_id = ${id}
        AND created_at > unixepoch('subsec') * 1000 - ${freshMinutes * 60_000}`),
  ])
  if (!held) {
    if (!session) throw new AppError('sign_in_anew')
    return
  }
  const { verifyPassword } = await import('better-auth/crypto')
  if (!(await verifyPassword({ hash: held.password, password })))
    throw invalidField('password', 'password_wrong')
}

/** The account of this id owns an enterprise that has other members and no other owner. */
export const mustHandOver = (userId: SQL): SQL => sql`EXISTS (
  SELECT 1 FROM enterprise_members m WHERE m.user_id = ${userId} AND m.part = 'owner'
    AND EXISTS (SELECT 1 FROM enterprise_members o WHERE o.enterprise_id = m.enterprise_id AND o.user_id <> m.user_id)
    AND NOT EXISTS (
      SELECT 1 FROM enterprise_members o
      WHERE o.enterprise_id = m.enterprise_id AND o.user_id <> m.user_id AND o.part = 'owner'))`

/**
 * For a batch: a participant's account goes, if `when` holds and no enterprise would be left to colleagues without an owner; the
 * last statement is the one that deletes it. An enterprise without anybody else keeps what was sent in its name, and loses its
 * contact person and its draft.
 */
export function accountErasure(ctx: ServiceContext, userId: string, when: SQL = sql`1`): [Query, ...Query[]] {
  const { db } = ctx
  const mayGo = sql`${when} AND EXISTS (SELECT 1 FROM users WHERE id = ${userId} AND role = 'participant') AND NOT ${mustHandOver(sql`${userId}`)}`
  const own = sql`(SELECT enterprise_id FROM enterprise_members WHERE user_id = ${userId})`
  const alone = sql`(
    SELECT m.enterprise_id FROM enterprise_members m WHERE m.user_id = ${userId} AND NOT EXISTS (
      SELECT 1 FROM enterprise_members o WHERE o.enterprise_id = m.enterprise_id AND o.user_id <> m.user_id))`
  const address = sql`(SELECT email FROM users WHERE id = ${userId} AND ${mayGo})`
  const isNamed = sql`(name = (SELECT name FROM users WHERE id = ${userId}) OR value = ${address})`
  return [
    recordAudit(ctx, { action: 'account.erased', subjectKind: 'user', subjectId: userId }, mayGo),
    ...deletions(
      ctx,
      sql`(SELECT id FROM follows WHERE email = ${address} AND EXISTS (
        SELECT 1 FROM users WHERE id = ${userId} AND email_verified = 1))`,
    ),
    db.run(sql`DELETE FROM enterprise_invitations WHERE email = ${address}`),
    db.run(sql`DELETE FROM verifications WHERE identifier = ${address} OR (value = ${userId} AND ${mayGo})`),
    db.run(sql`
      DELETE FROM attachments WHERE comment_id IS NULL AND ${mayGo} AND (
        (uploaded_by = ${userId} AND enterprise_id IS NULL AND entry_id IS NULL AND submission_id IS NULL)
        OR id IN (SELECT attachment_id FROM enterprise_claims WHERE user_id = ${userId}))`),
    db.run(sql`
      DELETE FROM enterprise_contacts
      WHERE ${mayGo} AND (enterprise_id = ${alone} OR (enterprise_id = ${own} AND ${isNamed}))`),
    db.run(sql`
      UPDATE submissions SET note = NULL, state = iif(state = 'sent', state, 'drafting')
      WHERE enterprise_id = ${alone} AND ${mayGo}`),
    db.run(sql`
      DELETE FROM submission_entries WHERE ${mayGo} AND submission_id IN (
        SELECT id FROM submissions WHERE enterprise_id = ${alone} AND state = 'drafting')`),
    ...erasedAccountRows.map((each) => db.run(eraseIn(each, sql`${userId}`, mayGo))),
  ]
}
