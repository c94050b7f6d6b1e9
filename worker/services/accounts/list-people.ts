import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { OpenInvitation, PeopleQuery, PeopleView } from '../../contract/people'
import type { OfficeRole } from '../../contract/words'
import { parseCursor, takePage } from '../paging/cursor'
import { type PersonRow, personColumns, presentPerson } from './read-person'

interface InvitationRow {
  id: string
  name: string
  email: string
  role: OfficeRole
  invited_by: string
  invited_at: number
  expires_at: number
}

const shown = limits.maxPageSize

/** Who of the office has an account, newest first, and on the first page who was invited and has not come yet. */
export async function listPeople(ctx: ServiceContext, { after }: PeopleQuery): Promise<PeopleView> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const cursor = parseCursor(after, 2)
  const [people, invitations] = await db.batch([
    db.all<PersonRow>(sql`
      SELECT ${personColumns} FROM users u INDEXED BY users_of_office_by_age
      WHERE u.role <> 'participant'
        ${cursor ? sql`AND (u.created_at, u.rowid) < (${cursor[0]}, ${cursor[1]})` : sql``}
      ORDER BY u.created_at DESC, u.rowid DESC LIMIT ${shown + 1}`),
    db.all<InvitationRow>(sql`
      SELECT i.id, i.name, i.email, i.role, u.name AS invited_by, i.invited_at, i.expires_at
      FROM invitations i JOIN users u ON u.id = i.invited_by
      WHERE i.user_id IS NULL AND ${cursor === null} ORDER BY i.invited_at DESC LIMIT ${shown}`),
  ])
  return {
    ...takePage(
      people,
      shown,
      (row) => presentPerson(row, admin.id),
      (row) => [row.created_at, row.place],
    ),
    invitations: invitations.map(presentInvitation),
  }
}

function presentInvitation({ id, name, email, role, ...row }: InvitationRow): OpenInvitation {
  return {
    id,
    name,
    email,
    role,
    invitedBy: row.invited_by,
    invitedAt: new Date(row.invited_at).toISOString(),
    expiresAt: new Date(row.expires_at).toISOString(),
  }
}
