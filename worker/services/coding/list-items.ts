import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingPage, CodingQuery } from '../../contract/coding'
import { limits } from '../../contract/limits'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation, measureIdOf } from '../plan/current'
import { isBlindTo } from './blindness'
import { latestRun } from './latest-run'
import { readItems } from './read-items'

/** Admissible comments to be sorted, in order of arrival. */
export async function listItems(
  ctx: ServiceContext,
  { view, measure, after, limit }: CodingQuery,
): Promise<CodingPage> {
  const me = assertRole(ctx, 'staff')
  const [from = 0] = parseCursor(after, 1) ?? []
  const size = Math.min(limit ?? limits.pageSize, limits.queuePageSize)
  const isWanted: Record<CodingQuery['view'], SQL> = {
    all: sql`1`,
    untagged: sql`NOT ${isBlindTo(me.id, sql`k.comment_id`)} AND NOT EXISTS (
      SELECT 1 FROM tags t WHERE t.comment_id = k.comment_id AND t.removed_at IS NULL)`,
    suggested: sql`NOT ${isBlindTo(me.id, sql`k.comment_id`)} AND EXISTS (
      SELECT 1 FROM tag_suggestions g INDEXED BY tag_suggestions_open
      WHERE g.comment_id = k.comment_id AND g.state = 'open' AND g.run_id = ${latestRun} AND NOT EXISTS (
        SELECT 1 FROM tags t WHERE t.comment_id = g.comment_id AND t.code_id = g.code_id AND t.removed_at IS NULL))`,
  }
  const rows = await readItems(
    ctx,
    me,
    sql`SELECT k.comment_id FROM ${casesOf(measure)} AND k.comment_id > ${from} AND ${isWanted[view]}
      ORDER BY k.comment_id LIMIT ${size + 1}`,
  )
  return takePage(
    rows,
    size,
    ({ item }) => item,
    ({ row }) => [row.id],
  )
}

/** The admissible `cases AS k` of a measure or of the whole consultation; a condition may follow. */
export function casesOf(measure: string | undefined): SQL {
  return measure
    ? sql`cases k INDEXED BY cases_of_measure WHERE k.is_admissible = 1 AND k.measure_id = ${measureIdOf(measure)}`
    : sql`cases k NOT INDEXED WHERE k.is_admissible = 1 AND k.measure_id IN (
        SELECT id FROM measures WHERE consultation_id = ${currentConsultation})`
}
