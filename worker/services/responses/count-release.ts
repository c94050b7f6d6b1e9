import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { CountRelease, ReleaseCount } from '../../contract/responses'
import { currentConsultation, measureIdOf } from '../plan/current'
import { isHeadOf } from './response-row'

/** How many approved answers there are to be made public by this person, and beside how many comments they would stand. */
export async function countRelease(ctx: ServiceContext, { selection }: CountRelease): Promise<ReleaseCount> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const isMine = isHeadOf(me)
  const ids = selection.of === 'chosen' ? selection.ids : undefined
  const { measure, unit } = selection.of === 'approved' ? selection : {}
  const approved: SQL = sql`
    FROM responses r WHERE r.state = 'approved' AND r.consultation_id = ${currentConsultation(ctx)}
      ${ids ? sql`AND r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))` : sql``}
      ${measure ? sql`AND r.measure_id = ${measureIdOf(ctx, measure)}` : sql``}
      ${unit ? sql`AND r.unit_id = (SELECT id FROM units WHERE key = ${unit})` : sql``}`
  const taken = sql`${approved} AND ${isMine} ORDER BY r.id LIMIT ${sql.raw(String(limits.caseBatch))}`
  const [[figures], responses, [served]] = await db.batch([
    db.all<{ count: number; others: number }>(sql`
      SELECT count(*) FILTER (WHERE ${isMine}) AS count, count(*) FILTER (WHERE NOT ${isMine}) AS others ${approved}`),
    db.all<{ id: number; version: number }>(sql`SELECT r.id, r.version ${taken}`),
    db.all<{ comments: number }>(sql`
      SELECT count(*) AS comments FROM (SELECT r.id ${taken}) AS q
      JOIN cases k INDEXED BY cases_of_response ON k.response_id = q.id AND k.is_admissible = 1`),
  ])
  return {
    count: figures?.count ?? 0,
    others: figures?.others ?? 0,
    responses,
    comments: served?.comments ?? 0,
  }
}
