import { sql } from 'drizzle-orm'
import { currentConsultation } from '../plan/current'

/** The machine's latest complete run, as a subquery for its id: only its suggestions count. */
export const latestRun = sql`(
  SELECT max(id) FROM suggestion_runs WHERE consultation_id = ${currentConsultation} AND completed_at IS NOT NULL)`
