import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'

/** A reader may stop to breathe; after this long nobody is reading any more. In milliseconds. */
const silence = 15 * 60_000

/** Puts an end to records of exports whose sender is gone: a broken connection, a server that stopped. */
export async function endSilentExports({ db, now }: ServiceContext): Promise<void> {
  const at = now.getTime()
  await db.run(sql`
    UPDATE exports SET state = 'failed', ended_at = ${at} WHERE state = 'running' AND seen_at < ${at - silence}`)
}
