import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { composeMail } from './compose-mail'
import { deliverDue, isWaiting } from './deliver-due'
import type { Mailer } from './mailer'
import { readNews } from './read-news'
import { isPutOffTooLong, outdated } from './rules'

/** A message, and when its recipient's server first put it off. */
interface Message {
  id: number
  attempts: number
  deferred_at: number | null
}

/**
 * Sends a round of what authors are to be told; answers when the next falls due. What is put off for one recipient is given up after
 * `limits.deferredMailDays`.
 */
export async function deliverOutbox(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<Date | null> {
  await deliverDue<Message>(ctx, mailer, {
    table: 'outbox_messages',
    key: ['id'],
    lanes: 5,
    async read({ id }) {
      const found = await readNews(ctx, id)
      if (!found) return 'contact_deleted'
      const { to, key, news } = found
      return news
        ? { key, to, ...composeMail(news, origin && `${origin}/receipts?id=${news.publicId}`) }
        : outdated
    },
    isTooLong: ({ deferred_at }) => isPutOffTooLong(ctx, deferred_at),
    alsoPutOff: sql`, deferred_at = coalesce(deferred_at, ${ctx.now.getTime()})`,
  })
  const [row] = await ctx.db.all<{ at: number | null }>(sql`
    SELECT min(next_attempt_at) AS at FROM outbox_messages INDEXED BY outbox_messages_waiting WHERE ${isWaiting}`)
  return typeof row?.at === 'number' ? new Date(row.at) : null
}
