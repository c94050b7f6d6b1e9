import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** What is kept for workbenches that come back; one that missed more loads anew. */
const keptEvents = 5_000

/** Deletes all but the newest events. */
export async function pruneDeskEvents({ db }: ServiceContext): Promise<void> {
  await db.run(sql`DELETE FROM desk_events WHERE seq <= (SELECT max(seq) FROM desk_events) - ${keptEvents}`)
}
