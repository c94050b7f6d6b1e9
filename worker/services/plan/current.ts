import { sql } from 'drizzle-orm'

/** The consultation that is out for opinions, as a subquery. */
export const currentConsultation = sql.raw('(SELECT id FROM consultations WHERE is_current = 1)')

/** Which revision of its plan is published, as a subquery. */
export const publishedRevision = sql.raw('(SELECT plan_revision FROM consultations WHERE is_current = 1)')

/** The measure of the current consultation with this key, as a subquery for its id. */
export const measureIdOf = (key: string) =>
  sql`(SELECT id FROM measures WHERE consultation_id = ${currentConsultation} AND key = ${key})`

/** The clause with this key, as a subquery for its id; a draft's own are not there yet. */
export const clauseIdOf = (measureKey: string, key: string) =>
  sql`(SELECT id FROM clauses WHERE measure_id = ${measureIdOf(measureKey)} AND key = ${key}
    AND introduced_in <= ${publishedRevision})`
