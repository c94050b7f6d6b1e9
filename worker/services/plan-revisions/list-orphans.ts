import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { OrphanPage } from '../../contract/revisions'
import { type AuthorRow, presentAuthorRow } from '../comments/present'
import { parseCursor, takePage } from '../paging/cursor'
import { textReadAt } from '../plan/clause-text'
import { currentConsultation, measureIdOf } from '../plan/current'

/** Comments whose place a revision took away, whatever their state, in the order of the plan. */
export async function listOrphans(
  ctx: ServiceContext,
  query: { measure?: string | undefined; after?: string | undefined },
): Promise<OrphanPage> {
  assertRole(ctx, 'staff')
  const after = parseCursor(query.after, 2)
  const limit = limits.pageSize
  const place = query.measure
    ? sql`c.measure_id = ${measureIdOf(ctx, query.measure)}`
    : sql`c.consultation_id = ${currentConsultation(ctx)}`
  const [measureId, id] = (after ?? []).map((part) => BigInt(part))
  const inOrder = query.measure
    ? sql`AND c.id > ${id}`
    : sql`AND (c.measure_id, c.id) > (${measureId}, ${id})`
  const beyond = after ? inOrder : sql``
  const rows = await ctx.db.all<OrphanRow>(sql`
    SELECT c.id, c.measure_id, c.public_id, c.body, c.quote, c.plan_revision, c.orphaned_in, c.participant_kind,
      c.participant_name, c.is_name_public, c.is_verified, m.key AS measure_key, cl.key AS clause_key,
      ${textReadAt(sql`c.plan_revision`)} AS text
    FROM comments c INDEXED BY comments_orphaned JOIN measures m ON m.id = c.measure_id
    JOIN clauses cl ON cl.id = c.clause_id
    WHERE c.orphaned_in IS NOT NULL AND ${place}
      ${beyond}
    ORDER BY c.measure_id, c.id LIMIT ${limit + 1}`)
  return takePage(
    rows,
    limit,
    (row) => ({
      publicId: row.public_id,
      measureKey: row.measure_key,
      clauseKey: row.clause_key,
      madeOn: row.plan_revision,
      text: row.text,
      quote: row.quote,
      orphanedIn: row.orphaned_in,
      body: row.body,
      author: presentAuthorRow(row),
    }),
    (row) => [row.measure_id, row.id],
  )
}

interface OrphanRow extends AuthorRow {
  id: number
  measure_id: number
  public_id: string
  body: string
  quote: string | null
  plan_revision: number
  orphaned_in: number
  measure_key: string
  clause_key: string
  text: string
}
