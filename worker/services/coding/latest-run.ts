import { type SQL, sql } from 'drizzle-orm'
import { currentConsultation, type Meant } from '../plan/current'

/** The run that was completed last, as a subquery for its id. */
export const latestRun = (ctx: Meant): SQL => sql`(
  SELECT id FROM suggestion_runs WHERE consultation_id = ${currentConsultation(ctx)} AND completed_at IS NOT NULL
  ORDER BY completed_at DESC, id DESC LIMIT 1)`
