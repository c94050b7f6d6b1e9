import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { Settled, SettleMany } from '../../contract/suggestions'
import { auditLog } from '../../db/schema'
import { insertAcceptedTags } from './insert-accepted-tags'
import { suggestionsOfCluster } from './suggestions-of-cluster'

/** Accepts or dismisses what was counted of a cluster, the oldest first and at most so many at once. */
export async function settleSuggestions(
  ctx: ServiceContext,
  { to, upTo, ...part }: SettleMany,
): Promise<Settled> {
  const me = assertRole(ctx, 'staff')
  const { db, now, requestId } = ctx
  const open = sql`${suggestionsOfCluster(ctx, part, me.id)} AND g.id <= ${upTo}`
  const chosen = sql`g.id IN (SELECT g.id FROM ${open} ORDER BY g.id LIMIT ${limits.settledAtOnce})`
  const act = sql`${now.getTime()}, ${requestId}, 'user', ${me.id}`
  const columns = sql`(at, request_id, actor_kind, actor_id, action, subject_kind, subject_id, data)`
  /** A suggestion that is open has no tag: those it has now were put by this batch. */
  const accepted = [
    insertAcceptedTags(ctx, me, chosen),
    db.run(sql`
      INSERT INTO ${auditLog} ${columns}
      SELECT ${act}, 'comment.tagged', 'comment', c.public_id, json_object('code', o.key, 'suggestion', g.id)
      FROM tag_suggestions g JOIN tags t ON t.suggestion_id = g.id AND t.removed_at IS NULL
      JOIN comments c ON c.id = g.comment_id JOIN codes o ON o.id = g.code_id WHERE ${chosen} ORDER BY g.id`),
  ]
  const settle = db.run(sql`
    UPDATE tag_suggestions AS g SET state = ${to}, settled_by = ${me.id}, settled_at = ${now.getTime()}
    WHERE ${chosen}`)
  const results = await db.batch([
    ...(to === 'accepted' ? accepted : []),
    settle,
    db.run(sql`
      INSERT INTO ${auditLog} ${columns}
      SELECT ${act}, ${`suggestions.${to}`}, 'suggestion_run', ${String(part.run)},
        json_object('cluster', ${part.cluster}, 'code', ${part.code}, 'count', changes())
      WHERE changes() > 0`),
    db.all<{ count: number }>(sql`SELECT count(*) AS count FROM ${open}`),
  ] as unknown as [typeof settle])
  const [settled, , left] = (results as unknown as unknown[]).slice(-3) as [
    { rowsAffected: number },
    unknown,
    { count: number }[],
  ]
  return { settled: settled.rowsAffected, left: left[0]?.count ?? 0 }
}
