import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { type EntriesQuery, type EntriesView, maxEntriesPageSize } from '../../contract/transparency'
import { parseCursor, takePage } from '../paging/cursor'
import { presentEntry, type SealedRow, sealedColumns } from './present'

/** What was sealed, in its order; each text is written anew from the row as it stands, so that it tells of a change. */
export async function listEntries({ db }: ServiceContext, query: EntriesQuery = {}): Promise<EntriesView> {
  const limit = query.limit ?? maxEntriesPageSize
  const after = parseCursor(query.after, 1)
  const rows = await db.all<SealedRow>(sql`
    SELECT ${sealedColumns} FROM sealed_entries e CROSS JOIN audit_log a ON a.id = e.audit_id
    WHERE e.position > ${BigInt(after?.[0] ?? -1)} ORDER BY e.position LIMIT ${limit + 1}`)
  const page = takePage(
    rows,
    limit,
    (row) => row,
    ({ position }) => [position],
  )
  return { items: await Promise.all(page.items.map(presentEntry)), next: page.next }
}
