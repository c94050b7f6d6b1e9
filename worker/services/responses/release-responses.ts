import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ReleaseResponses, ReleaseView, ResponseRef } from '../../contract/responses'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { isHeadOf } from './response-row'
import { changedMeanwhile, readResponseRow } from './take-step'

/** Makes approved answers public as one set, all of them or none; from then on each stands beside the comments it answers. */
export async function releaseResponses(ctx: ServiceContext, input: ReleaseResponses): Promise<ReleaseView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const at = now.getTime()
  const chosen = [...new Map(input.responses.map((each) => [each.id, each])).values()]
  const set = sql`
    SELECT r.id FROM json_each(${JSON.stringify(chosen)}) j
    JOIN responses r ON r.id = j.value ->> 'id' AND r.version = j.value ->> 'version'
    WHERE r.state = 'approved' AND r.consultation_id = ${currentConsultation(ctx)} AND ${isHeadOf(me)}`
  const isWhole = sql`(SELECT count(*) FROM (${set})) = ${chosen.length}`
  const release = sql`(SELECT max(id) FROM response_releases)`
  const isOut = sql`EXISTS (
    SELECT 1 FROM response_steps s WHERE s.response_id = responses.id AND s.version = responses.version
      AND s.act = 'publish')`
  const insert = db.all<{ id: number }>(sql`
    INSERT INTO response_releases (consultation_id, note, response_count, released_by, released_at)
    SELECT ${currentConsultation(ctx)}, ${input.note ?? ''}, ${chosen.length}, ${me.id}, ${at} WHERE ${isWhole}
    RETURNING id`)
  const rest: Query[] = [
    db.run(sql`
      UPDATE cases SET answered_at = ${at}
      WHERE response_id IN (${set}) AND answered_at IS NULL AND is_admissible = 1 AND ${isWhole}`),
    ...chosen.map(({ id, version }) =>
      recordAudit(
        ctx,
        { action: 'response.published', subjectKind: 'response', subjectId: String(id), data: { version } },
        isWhole,
      ),
    ),
    db.run(sql`
      INSERT INTO response_steps (response_id, version, act, note, release_id, taken_by, taken_at)
      SELECT r.id, r.version, 'publish', ${input.note || null}, ${release}, ${me.id}, ${at}
      FROM responses r WHERE r.id IN (${set}) AND ${isWhole}`),
    db.run(sql`
      UPDATE responses SET state = 'published', published_version = version, updated_at = ${at}
      WHERE id IN (SELECT value ->> 'id' FROM json_each(${JSON.stringify(chosen)})) AND state = 'approved' AND ${isOut}`),
  ]
  const [[released]] = await db.batch([insert, ...rest])
  if (!released) throw await refuse(ctx, chosen)
  return { id: released.id, released: chosen.length, at: now.toISOString() }
}

/** Why a set was not released: the first of it that was not as it was counted, or is another head's. */
async function refuse(ctx: ServiceContext, chosen: ResponseRef[]): Promise<AppError> {
  const me = assertRole(ctx, 'staff')
  for (const { id, version } of chosen) {
    const row = await readResponseRow(ctx, me, id)
    if (row.version !== version) return changedMeanwhile(ctx, me, id)
    if (row.is_head === 0) return new AppError('head_required')
    if (row.state !== 'approved') return new AppError('response_step_refused')
  }
  return new AppError('response_changed')
}
