import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** Throws when the database does not answer. */
export async function checkHealth(ctx: ServiceContext) {
  await ctx.db.run(sql`SELECT 1`)
  return { status: 'ok' as const, database: 'ok' as const, time: ctx.now.toISOString() }
}
