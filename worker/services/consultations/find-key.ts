import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { consultationKey } from '../plan/current'

/** The key of the consultation that the address means; null where none is current. */
export async function findConsultationKey(ctx: ServiceContext): Promise<string | null> {
  const [row] = await ctx.db.all<{ key: string | null }>(sql`SELECT ${consultationKey(ctx)} AS key`)
  return row?.key ?? null
}
