import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { QueueQuery, QueueView } from '../../contract/moderation/queue'
import { parseCursor, takePage } from '../paging/cursor'
import { partOf } from './parts'
import { itemQueries, presentItems } from './read-items'

/** A page of what waits, longest first, each with its context and with who has it; near-identical ones share a card. */
export async function readQueue(ctx: ServiceContext, query: QueueQuery): Promise<QueueView> {
  const me = assertRole(ctx, 'moderator')
  const limit = Math.min(query.limit ?? limits.pageSize, limits.queuePageSize)
  const [openedAt, id] = (parseCursor(query.after, 2) ?? []).map(BigInt)
  const { source, isListed, place } = partOf(ctx, me, query)
  const reviewIds = sql`(
    SELECT r.id FROM ${source} WHERE ${isListed}
      ${id === undefined ? sql`` : sql`AND (${place}) > (${openedAt}, ${id})`}
    ORDER BY ${place} LIMIT ${limit + 1})`
  const items = presentItems(ctx, me, await ctx.db.batch(itemQueries(ctx, reviewIds)))
  return takePage(
    items,
    limit,
    (item) => item,
    (item) => [new Date(item.submittedAt).getTime(), item.reviewId],
  )
}
