import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DeskNews } from '../../contract/moderation/news'
import type { DeskEventKind } from '../../contract/words'
import { currentConsultation } from '../plan/current'

/** More than this at once is not told one by one: the desk loads anew. */
const mostEvents = 500

/** What happened at the desk since the event `after`; asked for by whoever may see the desk, or by its room. */
export async function readDeskNews(ctx: ServiceContext, after: number): Promise<DeskNews> {
  if (ctx.actor.kind !== 'system') assertRole(ctx, 'moderator')
  const { db } = ctx
  const [rows, [bounds]] = await db.batch([
    db.all<EventRow>(sql`
      SELECT e.seq, e.kind, e.review_id, e.public_id, e.user_id, e.until, u.name
      FROM desk_events e LEFT JOIN users u ON u.id = e.user_id
      WHERE e.seq > ${after} AND NOT EXISTS (
        SELECT 1 FROM comments WHERE public_id = e.public_id AND consultation_id <> ${currentConsultation(ctx)})
      ORDER BY e.seq LIMIT ${mostEvents + 1}`),
    db.all<{ first: number | null; last: number | null }>(sql`
      SELECT (SELECT min(seq) FROM desk_events) AS first, (SELECT max(seq) FROM desk_events) AS last`),
  ])
  const lastEvent = Math.max(bounds?.last ?? 0, after)
  const isGap = rows.length > mostEvents || (bounds?.first ?? 0) > after + 1
  return { events: isGap ? [] : rows.map(present), lastEvent, isGap }
}

interface EventRow {
  seq: number
  kind: DeskEventKind
  review_id: number | null
  public_id: string
  user_id: string | null
  until: number | null
  name: string | null
}

function present(row: EventRow): DeskNews['events'][number] {
  return {
    seq: row.seq,
    kind: row.kind,
    reviewId: row.review_id,
    publicId: row.public_id,
    by: row.user_id && row.name ? { id: row.user_id, name: row.name } : null,
    until: row.until === null ? null : new Date(row.until).toISOString(),
  }
}
