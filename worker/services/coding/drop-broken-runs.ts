import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

const day = 86_400_000

/** Deletes what runs proposed that were broken off before their last part; that they were started stays. */
export async function dropBrokenRuns({ db, now }: ServiceContext): Promise<void> {
  await db.run(sql`
    DELETE FROM tag_suggestions WHERE run_id IN (
      SELECT id FROM suggestion_runs WHERE completed_at IS NULL AND made_at < ${now.getTime() - day})`)
}
