import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** When the next staged decision takes effect or the next mail is to go out; null when nothing waits. */
export async function nextDueAt({ db }: ServiceContext): Promise<Date | null> {
  const [row] = await db.all<{ at: number | null }>(sql`
    SELECT min(at) AS at FROM (
      SELECT min(effective_at) AS at FROM staged_decisions
)`)
  return typeof row?.at === 'number' ? new Date(row.at) : null
}
