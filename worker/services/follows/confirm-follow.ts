import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FollowView } from '../../contract/follows'
import { recordAudit } from '../audit/record'
import { getFollow, handleOfToken } from './get-follow'
import { nextDigestAt } from './rules'

/** Confirms all that waits for it. A new follow begins with what becomes public from now on. */
export async function confirmFollow(ctx: ServiceContext, token: string): Promise<FollowView> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const handle = await handleOfToken(ctx, token)
  const follow = sql`(SELECT id FROM follows WHERE handle = ${handle})`
  await db.batch([
    db.run(sql`
      UPDATE follow_subjects SET confirmed_at = ${now} WHERE follow_id = ${follow} AND confirmed_at IS NULL`),
    recordAudit(
      ctx,
      { action: 'follow.confirmed', subjectKind: 'follow', subjectId: sql`CAST(${follow} AS TEXT)` },
      sql`changes() > 0`,
    ),
    db.run(sql`
      UPDATE follows SET confirmed_at = ${now}, seen_news_id = (SELECT coalesce(max(id), 0) FROM news),
        due_at = CASE frequency WHEN 'daily' THEN ${nextDigestAt('daily', ctx.now).getTime()}
          WHEN 'weekly' THEN ${nextDigestAt('weekly', ctx.now).getTime()} ELSE ${now} END
      WHERE handle = ${handle} AND confirmed_at IS NULL`),
  ])
  return getFollow(ctx, token)
}
