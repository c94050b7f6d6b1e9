import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Coder } from '../../contract/coding-samples'

/** Who may code: `users AS u`. */
export const mayCode: SQL = sql.raw(`u.role IN ('staff', 'admin') AND u.disabled_at IS NULL`)

/** Colleagues who may be asked to code a sample. */
export async function listCoders({ db, ...ctx }: ServiceContext): Promise<Coder[]> {
  assertRole({ db, ...ctx }, 'staff')
  return db.all<Coder>(sql`SELECT u.id, u.name FROM users u WHERE ${mayCode} ORDER BY u.name, u.id LIMIT 200`)
}
