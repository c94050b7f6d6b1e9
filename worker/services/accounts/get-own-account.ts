import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Account } from '../../contract/auth'
import type { OwnAccountView, SessionEntry } from '../../contract/people'
import { roles } from '../../contract/words'
import type { AuthPlace } from './auth'
import { describeDevice } from './device'
import { isUnexpired, type OpenSession } from './find-session'

interface SessionRow {
  id: string
  user_agent: string | null
  created_at: number
  updated_at: number
}

/** What somebody sees of their own account: who they are, how they prove it, where they are signed in. */
export async function getOwnAccount(
  ctx: ServiceContext,
  session: OpenSession,
  place: AuthPlace & { requiresSecondFactor: boolean },
): Promise<OwnAccountView> {
  const actor = assertRole(ctx, ...roles)
  const { db } = ctx
  const [[user], sessions] = await db.batch([
    db.all<Account>(sql`SELECT id, name, email, role FROM users WHERE id = ${actor.id}`),
    db.all<SessionRow>(sql`
      SELECT id, user_agent, created_at, updated_at FROM sessions INDEXED BY sessions_by_user
      WHERE user_id = ${actor.id} AND ${isUnexpired} ORDER BY updated_at DESC LIMIT 100`),
  ])
  return {
    user: user as Account,
    secondFactor: {
      isOn: session.hasSecondFactor,
      isRequired: place.requiresSecondFactor,
      backupCodesLeft: session.hasSecondFactor ? await countBackupCodes(ctx, place, actor.id) : null,
    },
    sessions: sessions.map((row) => presentSession(row, session.id)),
  }
}

function presentSession(row: SessionRow, currentId: string): SessionEntry {
  return {
    id: row.id,
    ...describeDevice(row.user_agent),
    signedInAt: new Date(row.created_at).toISOString(),
    usedAt: new Date(row.updated_at).toISOString(),
    isCurrent: row.id === currentId,
  }
}

async function countBackupCodes(ctx: ServiceContext, place: AuthPlace, userId: string): Promise<number> {
  const { createAuth } = await import('./auth')
  const { backupCodes } = await createAuth(ctx, place).api.viewBackupCodes({ body: { userId } })
  return backupCodes.length
}
