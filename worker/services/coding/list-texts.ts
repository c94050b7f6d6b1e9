import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { TextsPage, TextsQuery } from '../../contract/coding'
import { limits } from '../../contract/limits'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation, measureIdOf } from '../plan/current'
import { isBlindTo } from './blindness'
import { casesOf } from './list-items'
import { isInForce } from './open-suggestions'

interface TextRow {
  id: number
  public_id: string
  body: string
  codes: string
}

/** The texts of admissible comments in order of arrival, with the codes that people gave them: what the machine reads. */
export async function listTexts(ctx: ServiceContext, { measure, after }: TextsQuery): Promise<TextsPage> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const [from = 0] = parseCursor(after, 1) ?? []
  const counted = measure
    ? sql`n.measure_id = ${measureIdOf(ctx, measure)}`
    : sql`n.measure_id IN (SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`
  const [rows, [all]] = await db.batch([
    db.all<TextRow>(sql`
      SELECT c.id, c.public_id, c.body, iif(${isBlindTo(me.id, sql`c.id`)}, '[]', (
        SELECT json_group_array(DISTINCT t.code_id) FROM tags t
        WHERE t.comment_id = c.id AND ${isInForce})) AS codes
      FROM (SELECT k.comment_id FROM ${casesOf(ctx, measure)} AND k.comment_id > ${from}
        ORDER BY k.comment_id LIMIT ${limits.textsPage + 1}) page
      JOIN comments c ON c.id = page.comment_id ORDER BY c.id`),
    db.all<{ count: number }>(
      sql`SELECT coalesce(sum(n.count), 0) AS count FROM case_counts n WHERE ${counted}`,
    ),
  ])
  const page = takePage(
    rows,
    limits.textsPage,
    (row) => ({ publicId: row.public_id, body: row.body, codes: JSON.parse(row.codes) as number[] }),
    (row) => [row.id],
  )
  return { ...page, total: all?.count ?? 0 }
}
