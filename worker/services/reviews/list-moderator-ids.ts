import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { isAtDesk } from './list-colleagues'

/** Everybody who may see the desk now. */
export async function listModeratorIds({ db }: ServiceContext): Promise<Set<string>> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT u.id FROM users u WHERE ${isAtDesk}`)
  return new Set(rows.map(({ id }) => id))
}
