import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { nextDigestAt } from './rules'
import { hasNews } from './subjects'

/** So many followers in one write, so many writes in one round. */
const atOnce = 500
const writes = 40

/**
 * Has a digest wait for every follower who is due and whom news concern, and notes with it how far each has been told. The
 * news are numbered as they are written, so that whatever is not yet among them has a higher number: none is lost, and
 * none goes into two mails, however many rounds run at a time.
 */
export async function stageDigests(
  ctx: ServiceContext,
  { size = atOnce }: { size?: number } = {},
): Promise<void> {
  const now = ctx.now.getTime()
  const [last] = await ctx.db.all<{ id: number }>(sql`SELECT coalesce(max(id), 0) AS id FROM news`)
  const until = last?.id ?? 0
  const queues = [
    sql`follows INDEXED BY follows_at_once
      WHERE frequency = 'at_once' AND confirmed_at IS NOT NULL AND seen_news_id < ${until} AND due_at <= ${now}
      ORDER BY seen_news_id, id LIMIT ${size}`,
    sql`follows INDEXED BY follows_by_due
      WHERE frequency <> 'at_once' AND confirmed_at IS NOT NULL AND due_at <= ${now}
      ORDER BY due_at, id LIMIT ${size}`,
  ]
  for (const queue of queues)
    for (let round = 0; round < writes; round += 1)
      if ((await stage(ctx, sql`(SELECT id FROM ${queue})`, until)) < size) break
}

async function stage({ db, now: at }: ServiceContext, due: SQL, until: number): Promise<number> {
  const now = at.getTime()
  const [, seen] = await db.batch([
    db.run(sql`
      INSERT INTO follow_mails (follow_id, kind, mail_key, after_news_id, until_news_id, created_at, next_attempt_at)
      SELECT f.id, 'digest', 'digest.' || f.handle || '.' || f.seen_news_id, f.seen_news_id, ${until}, ${now}, ${now}
      FROM follows f WHERE f.id IN ${due} AND f.seen_news_id < ${until} AND ${hasNews(sql`${until}`)}
      ON CONFLICT (mail_key) DO NOTHING`),
    db.run(sql`
      UPDATE follows SET seen_news_id = max(seen_news_id, ${until}), due_at = CASE frequency
        WHEN 'daily' THEN ${nextDigestAt('daily', at).getTime()}
        WHEN 'weekly' THEN ${nextDigestAt('weekly', at).getTime()}
        ELSE iif(EXISTS (
          SELECT 1 FROM follow_mails WHERE mail_key = 'digest.' || handle || '.' || seen_news_id),
          ${nextDigestAt('at_once', at).getTime()}, due_at) END
      WHERE id IN ${due}`),
  ])
  return seen.rowsAffected
}
