import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { HeadsQuery, HeadsView } from '../../contract/transparency'
import { parseCursor, takePage } from '../paging/cursor'
import { presentHead } from './present'
import { type HeadRow, selectNewestHead } from './read-tree'

/** The newest head, and a page of all heads from the newest back. */
export async function listHeads(ctx: ServiceContext, query: HeadsQuery = {}): Promise<HeadsView> {
  const { db } = ctx
  const limit = query.limit ?? limits.pageSize
  const after = parseCursor(query.after, 1)
  const [newest, rows] = await db.batch([
    db.all<HeadRow>(selectNewestHead),
    db.all<HeadRow>(sql`
      SELECT size, root, sealed_at FROM tree_heads
      ${after ? sql`WHERE size < ${BigInt(after[0] ?? 0)}` : sql``} ORDER BY size DESC LIMIT ${limit + 1}`),
  ])
  return {
    head: newest[0] ? presentHead(newest[0]) : null,
    ...takePage(rows, limit, presentHead, ({ size }) => [size]),
  }
}
