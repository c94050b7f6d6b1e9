import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** What says which consultation is meant: all that these subqueries need of a context. */
export type Meant = Pick<ServiceContext, 'consultation'>

const isMeant = ({ consultation }: Meant): SQL =>
  consultation === null ? sql.raw('is_current = 1') : sql`key = ${consultation}`

/** The consultation that the address names, else the current one, as a subquery for its id. */
export const currentConsultation = (ctx: Meant): SQL =>
  sql`(SELECT id FROM consultations WHERE ${isMeant(ctx)})`

/** Its key, as the record names it. */
export const consultationKey = (ctx: Meant): SQL => sql`(SELECT key FROM consultations WHERE ${isMeant(ctx)})`

/** How the record names a revision of its plan: `2021-work-plan/2`. */
export const revisionName = (ctx: Meant, number: SQL | number): SQL =>
  sql`(${consultationKey(ctx)} || '/' || CAST(${number} AS INTEGER))`

/** Which revision of its plan is published, as a subquery. */
export const publishedRevision = (ctx: Meant): SQL =>
  sql`(SELECT plan_revision FROM consultations WHERE ${isMeant(ctx)})`

/** Its measure with this key, as a subquery for its id. */
export const measureIdOf = (ctx: Meant, key: string): SQL =>
  sql`(SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)} AND key = ${key})`

/** All its measures, as a subquery for their ids. */
export const measureIds = (ctx: Meant): SQL =>
  sql`(SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`

/** The clause with this key, as a subquery for its id; a draft's own are not there yet. */
export const clauseIdOf = (ctx: Meant, measureKey: string, key: string): SQL =>
  sql`(SELECT id FROM clauses WHERE measure_id = ${measureIdOf(ctx, measureKey)} AND key = ${key}
    AND introduced_in <= ${publishedRevision(ctx)})`
