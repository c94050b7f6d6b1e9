import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { QueueItemView } from '../../contract/moderation/queue'
import { AppError } from '../../errors'
import { itemQueries, presentItems } from './read-items'

/** A piece of work that is open, as the queue shows it. */
export async function getReview(ctx: ServiceContext, reviewId: number): Promise<QueueItemView> {
  const me = assertRole(ctx, 'moderator')
  const reviewIds = sql`(SELECT id FROM reviews WHERE id = ${reviewId})`
  const [item] = presentItems(ctx, me, await ctx.db.batch(itemQueries(ctx, reviewIds)))
  if (!item) throw new AppError('not_found')
  return item
}
