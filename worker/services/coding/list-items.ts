import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingPage, CodingQuery } from '../../contract/coding'
import { limits } from '../../contract/limits'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation, measureIdOf } from '../plan/current'
import { isBlindTo } from './blindness'
import { openSuggestions } from './open-suggestions'
import { readItems } from './read-items'

/** Admissible comments to be sorted, in order of arrival. */
export async function listItems(
  ctx: ServiceContext,
  { view, measure, after, limit }: CodingQuery,
): Promise<CodingPage> {
  const me = assertRole(ctx, 'staff')
  const [from = 0] = parseCursor(after, 1) ?? []
  const size = Math.min(limit ?? limits.pageSize, limits.queuePageSize)
  const wanted: Record<CodingQuery['view'], SQL> = {
    all: sql`SELECT k.comment_id FROM ${casesOf(ctx, measure)} AND k.comment_id > ${from}`,
    untagged: sql`SELECT k.comment_id FROM ${untaggedOf(ctx, measure)} AND k.comment_id > ${from}
      AND NOT ${isBlindTo(me.id, sql`k.comment_id`)}`,
    suggested: measure
      ? sql`SELECT DISTINCT g.comment_id FROM ${openSuggestions(ctx, me.id, 'tag_suggestions_open_of_measure')}
        AND g.measure_id = ${measureIdOf(ctx, measure)} AND g.comment_id > ${from}`
      : sql`SELECT DISTINCT g.comment_id FROM ${openSuggestions(ctx, me.id, 'tag_suggestions_open')}
        AND r.consultation_id = ${currentConsultation(ctx)} AND g.comment_id > ${from}`,
  }
  const rows = await readItems(ctx, me, sql`${wanted[view]} ORDER BY 1 LIMIT ${size + 1}`)
  return takePage(
    rows,
    size,
    ({ item }) => item,
    ({ row }) => [row.id],
  )
}

/** The admissible `cases AS k` of a measure or of the whole consultation; a condition may follow. */
export function casesOf(ctx: ServiceContext, measure: string | undefined): SQL {
  return measure
    ? sql`cases k INDEXED BY cases_of_measure WHERE k.is_admissible = 1 AND k.measure_id = ${measureIdOf(ctx, measure)}`
    : sql`cases k NOT INDEXED WHERE k.is_admissible = 1 AND k.measure_id IN (
        SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`
}

/** Of these, those whose present text has no tag. */
export function untaggedOf(ctx: ServiceContext, measure: string | undefined): SQL {
  return measure
    ? sql`untagged_comments k INDEXED BY untagged_comments_of_measure WHERE k.measure_id = ${measureIdOf(ctx, measure)}`
    : sql`untagged_comments k NOT INDEXED WHERE k.measure_id IN (
        SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`
}
