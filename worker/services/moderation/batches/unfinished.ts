import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'

/**
 * When the decisions of a batch take effect until all are staged: never. The triggers of `staged_decisions` know this
 * moment, and announce nothing that is due later.
 */
export const never = new Date('9999-01-01T00:00:00.000Z')

const longestBatch = 5 * 60_000

/** The statement that forgets what an interrupted batch left behind. */
export function dropUnfinishedBatches({ db, now }: ServiceContext) {
  return db.run(sql`
    DELETE FROM staged_decisions
    WHERE effective_at >= ${never.getTime()} AND staged_at < ${now.getTime() - longestBatch}`)
}
