import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { PersonView } from '../../contract/people'
import type { OfficeRole } from '../../contract/words'
import { AppError } from '../../errors'

export interface PersonRow {
  place: number
  id: string
  name: string
  email: string
  role: OfficeRole
  has_second_factor: number
  created_at: number
  signed_in_at: number | null
  failed_attempts: number
  disabled_at: number | null
  has_password: number
  reset_until: number | null
}

/** The columns of {@link PersonRow}, of `users u`; a wrong code of the second step counts like a wrong password. */
export const personColumns: SQL = sql.raw(`
  u.rowid AS place, u.id, u.name, u.email, u.role, u.has_second_factor, u.created_at, u.signed_in_at, u.disabled_at,
  u.failed_sign_ins + coalesce(
    (SELECT failed_verification_count FROM two_factors WHERE user_id = u.id), 0) AS failed_attempts,
  EXISTS (SELECT 1 FROM credentials c WHERE c.user_id = u.id AND c.password IS NOT NULL) AS has_password,
  (SELECT expires_at FROM invitations WHERE user_id = u.id) AS reset_until`)

export async function getPersonOrThrow({ db }: ServiceContext, id: string): Promise<PersonRow> {
  const [row] = await db.all<PersonRow>(
    sql`SELECT ${personColumns} FROM users u WHERE u.id = ${id} AND u.role <> 'participant'`,
  )
  if (!row) throw new AppError('not_found')
  return row
}

export function presentPerson(row: PersonRow, readerId: string): PersonView {
  const { id, name, email, role } = row
  return {
    id,
    name,
    email,
    role,
    isSelf: id === readerId,
    hasSecondFactor: row.has_second_factor === 1,
    joinedAt: new Date(row.created_at).toISOString(),
    signedInAt: toMoment(row.signed_in_at),
    failedSignIns: row.failed_attempts,
    disabledAt: toMoment(row.disabled_at),
    hasPassword: row.has_password === 1,
    resetUntil: toMoment(row.reset_until),
  }
}

function toMoment(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString()
}
