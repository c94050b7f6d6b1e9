import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { ResponseList, ResponsesQuery } from '../../contract/responses'
import { type ResponseState, responseStates } from '../../contract/words'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation, measureIdOf } from '../plan/current'
import { tally } from '../plan/present'
import { presentResponse, type ResponseRow, responseColumns, responseJoins } from './response-row'

/** A page of the consultation's responses, newest first, with how many there are in each state. */
export async function listResponses(ctx: ServiceContext, query: ResponsesQuery): Promise<ResponseList> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const limit = query.limit ?? limits.pageSize
  const after = parseCursor(query.after, 1)
  const isMeant = sql`
    r.consultation_id = ${currentConsultation(ctx)}
    ${query.measure ? sql`AND r.measure_id = ${measureIdOf(ctx, query.measure)}` : sql``}
    ${query.unit ? sql`AND r.unit_id = (SELECT id FROM units WHERE key = ${query.unit})` : sql``}`
  const [counts, rows] = await db.batch([
    db.all<{ state: ResponseState; count: number }>(sql`
      SELECT r.state, count(*) AS count FROM responses r WHERE ${isMeant} GROUP BY r.state`),
    db.all<ResponseRow>(sql`
      SELECT ${responseColumns(me)} FROM responses r ${responseJoins}
      WHERE ${isMeant} ${query.state ? sql`AND r.state = ${query.state}` : sql``}
        ${after ? sql`AND r.id < ${BigInt(after[0] ?? 0)}` : sql``}
      ORDER BY r.id DESC LIMIT ${limit + 1}`),
  ])
  return {
    ...takePage(rows, limit, presentResponse, (row) => [row.id]),
    counts: tally(responseStates, (state) => counts.find((row) => row.state === state)?.count ?? 0),
  }
}
