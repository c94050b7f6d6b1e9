import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext, type UserActor } from '../../context'
import type { NewResponse, ResponseView } from '../../contract/responses'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { isTheirs } from '../dispositions/whose'
import { measureIdOf } from '../plan/current'
import { isUsable } from '../standard-texts/is-usable'
import { getResponse } from './get-response'
import { areStillOpen, commentIdsOf, partLinks, readLinks, type Unlinked } from './linkable'

interface Written {
  response: ResponseView
  refused: Unlinked[]
}

/** Where a new response stands, what it answers, and whether nobody has answered that yet. */
interface Ground {
  measure: SQL
  unit: SQL
  isForMeasure: boolean
  publicIds: string[]
  isFree: SQL
}

/** The first version of an answer to comments that have none, or to a measure. One comment that cannot be answered is thrown. */
export async function writeResponse(ctx: ServiceContext, input: NewResponse): Promise<Written> {
  const me = assertRole(ctx, 'staff')
  const { on, standardText } = input
  if (standardText) {
    const [usable] = await ctx.db.all<{ text: number }>(sql`SELECT ${isUsable(standardText)} AS text`)
    if (usable?.text !== 1) throw invalidField('standardText', 'standard_text_unknown')
  }
  if (on.of === 'measure') {
    const ground = await findMeasure(ctx, me, on.key)
    return { response: await create(ctx, me, ground, input), refused: [] }
  }
  const { open, refused } = partLinks(await readLinks(ctx, me, on.publicIds), on.publicIds)
  const [first] = open
  if (!first) throw refused.length === 1 && refused[0] ? refused[0].error : invalidField('on', 'case_unknown')
  const publicIds = open.map(({ public_id }) => public_id)
  const ground: Ground = {
    measure: sql`${first.measure_id}`,
    unit: sql`${first.unit_id}`,
    isForMeasure: false,
    publicIds,
    isFree: areStillOpen(publicIds),
  }
  return { response: await create(ctx, me, ground, input), refused }
}

async function findMeasure(ctx: ServiceContext, me: UserActor, key: string): Promise<Ground> {
  const id = measureIdOf(ctx, key)
  const unit = sql`(SELECT unit_id FROM measure_units WHERE measure_id = ${id} AND part = 'lead')`
  const isFree = sql`NOT EXISTS (SELECT 1 FROM responses WHERE measure_id = ${id} AND is_for_measure = 1)`
  const [row] = await ctx.db.all<{ is_mine: number; is_free: number }>(sql`
    SELECT ${isTheirs(me, { measure: id, unit })} AS is_mine, ${isFree} AS is_free WHERE ${id} IS NOT NULL`)
  if (!row) throw new AppError('not_found')
  if (row.is_mine === 0) throw new AppError('forbidden')
  if (row.is_free === 0) throw new AppError('already_answered')
  return { measure: id, unit, isForMeasure: true, publicIds: [], isFree }
}

/** The step comes last: what follows the insert counts only for the newest response while it has none. */
async function create(
  ctx: ServiceContext,
  me: UserActor,
  { measure, unit, isForMeasure, publicIds, isFree }: Ground,
  { text, standardText }: NewResponse,
): Promise<ResponseView> {
  const { db, now } = ctx
  const at = now.getTime()
  const newest = sql`(SELECT max(id) FROM responses)`
  const isNow = sql`EXISTS (
    SELECT 1 FROM responses r WHERE r.id = ${newest}
      AND NOT EXISTS (SELECT 1 FROM response_steps WHERE response_id = r.id))`
  const [inserted] = await db.batch([
    db.all<{ id: number }>(sql`
      INSERT INTO responses (consultation_id, measure_id, unit_id, is_for_measure, created_by, created_at, updated_at)
      SELECT m.consultation_id, m.id, ${unit}, ${isForMeasure ? 1 : 0}, ${me.id}, ${at}, ${at}
      FROM measures m WHERE m.id = ${measure} AND ${isFree} RETURNING id`),
    db.run(sql`
      INSERT INTO response_versions (response_id, version, text, standard_text_id, standard_text_version, written_by,
        written_at)
      SELECT ${newest}, 1, ${text}, ${standardText?.id ?? null}, ${standardText?.version ?? null}, ${me.id}, ${at}
      WHERE ${isNow}`),
    db.run(sql`
      UPDATE cases SET response_id = ${newest} WHERE comment_id IN ${commentIdsOf(publicIds)} AND ${isNow}`),
    recordAudit(
      ctx,
      {
        action: 'response.written',
        subjectKind: 'response',
        subjectId: sql`CAST(${newest} AS TEXT)`,
        data: { version: 1, comments: publicIds },
      },
      isNow,
    ),
    db.run(sql`
      INSERT INTO response_steps (response_id, version, act, taken_by, taken_at)
      SELECT ${newest}, 1, 'write', ${me.id}, ${at} WHERE ${isNow}`),
  ])
  const id = inserted[0]?.id
  if (id === undefined) throw new AppError('already_answered')
  return getResponse(ctx, id)
}
