import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../../context'
import { limits } from '../../../contract/limits'
import type { BatchCount, CountBatch } from '../../../contract/moderation/batches'
import { type CommentRow, commentColumns, presentComment, wholeTextOf } from '../../comments/present'
import { isFreeFor } from '../../reviews/standing'
import { decidedAtOnce, waitingOf } from './select-reviews'

/** How many a selection holds at this moment, with a sample from the oldest to the newest of what one act would decide. */
export async function countBatch(ctx: ServiceContext, { selection }: CountBatch): Promise<BatchCount> {
  const me = assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const isFree = isFreeFor(me, now)
  const sampleSize = sql.raw(String(limits.batchSample))
  const [[figures], sample] = await db.batch([
    db.all<{ count: number; held: number; up_to: number | null }>(sql`
      SELECT count(*) FILTER (WHERE ${isFree}) AS count, count(*) FILTER (WHERE NOT (${isFree})) AS held,
        max(r.id) AS up_to ${waitingOf(ctx, me, selection)}`),
    db.all<CommentRow>(sql`
      WITH at_once AS MATERIALIZED (
        SELECT r.comment_id AS id, row_number() OVER (ORDER BY r.opened_at, r.id) - 1 AS place
        ${decidedAtOnce(ctx, me, selection)})
      SELECT ${commentColumns} FROM at_once CROSS JOIN comments c ON c.id = at_once.id
      WHERE at_once.place % max(1, (SELECT count(*) FROM at_once) / ${sampleSize}) = 0
      ORDER BY at_once.place LIMIT ${sampleSize}`),
  ])
  return {
    count: figures?.count ?? 0,
    heldByOthers: figures?.held ?? 0,
    upTo: figures?.up_to ?? 0,
    sample: sample.map(presentComment).map(({ publicId, author, ...text }) => ({
      publicId,
      body: wholeTextOf(text),
      author,
    })),
  }
}
