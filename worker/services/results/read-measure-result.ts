import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { AdoptionQuery, ChangedClause, MeasureResultView } from '../../contract/results'
import { AppError } from '../../errors'
import { parseCursor, takePage } from '../paging/cursor'
import { measureIdOf } from '../plan/current'
import { sum } from '../plan/present'
import { type AdoptionDataRow, adoptionRows, presentAdoptionRow } from './adoption-rows'
import { changedClausesOf, isResultPublicAs } from './outcome'
import { type MeasureRow, measureRows, presentMeasureResult } from './read-result'
import type { CaseCountRow } from './read-totals'

/** You said, we did: one measure's adoption table, with what changed in its text. `not_found` before publication. */
export async function readMeasureResult(
  ctx: ServiceContext,
  key: string,
  query: AdoptionQuery,
): Promise<MeasureResultView> {
  const { db } = ctx
  const limit = query.limit ?? limits.pageSize
  const [after = 0, counted = 0] = parseCursor(query.after, 2) ?? []
  const id = measureIdOf(ctx, key)
  const [[measure], cases, states, changes, rows] = await db.batch([
    db.all<MeasureRow>(sql`${measureRows(ctx)} AND m.id = ${id} AND ${isResultPublicAs('m')}`),
    db.all<CaseCountRow>(sql`SELECT * FROM case_counts WHERE measure_id = ${id}`),
    db.all<{ count: number }>(
      sql`SELECT count FROM comment_counts WHERE measure_id = ${id} AND state = 'private'`,
    ),
    db.all<{ change: string }>(changedClausesOf(id)),
    db.all<AdoptionDataRow>(adoptionRows(id, after, limit + 1)),
  ])
  if (!measure) throw new AppError('not_found')
  const numbered = rows.map((row, i) => ({ row, number: counted + i + 1 }))
  return {
    measure: presentMeasureResult(measure, cases),
    changes: changes.map(({ change }) => JSON.parse(change) as ChangedClause),
    privateCount: sum(states),
    rows: takePage(
      numbered,
      limit,
      ({ row, number }) => presentAdoptionRow(row, number),
      ({ row, number }) => [row.id, number],
    ),
  }
}
