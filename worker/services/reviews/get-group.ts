import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { GroupQuery, GroupView } from '../../contract/moderation/groups'
import type { CommentState } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { type CommentRow, commentColumns, presentComment, wholeTextOf } from '../comments/present'
import { parseCursor, takePage } from '../paging/cursor'
import type { SignalRow } from './item-row'
import { presentSignal } from './present-item'

/** A page of a group of near-identical comments in order of arrival, decided or not, with both totals. */
export async function getGroup(ctx: ServiceContext, groupId: number, query: GroupQuery): Promise<GroupView> {
  assertRole(ctx, 'moderator')
  const { db } = ctx
  const after = BigInt(parseCursor(query.after, 1)?.[0] ?? 0)
  const members = sql`(
    SELECT id FROM comments c INDEXED BY comments_of_similar_group
    WHERE c.similar_group_id = ${groupId} AND c.id > ${after} ORDER BY c.id LIMIT ${limits.pageSize + 1})`
  const [[totals], rows, signals] = await db.batch([
    db.all<{ members: number; open: number }>(sql`
      SELECT member_count AS members, (SELECT count(*) FROM reviews INDEXED BY reviews_of_group
        WHERE group_id = ${groupId} AND kind = 'first') AS open
      FROM similar_groups WHERE id = ${groupId}`),
    db.all<MemberRow>(sql`
      SELECT ${commentColumns}, c.state, c.submitted_at, c.similarity, r.id AS review_id
      FROM ${members} AS q CROSS JOIN comments c ON c.id = q.id
      LEFT JOIN reviews r ON r.comment_id = c.id AND r.kind = 'first' ORDER BY c.id`),
    db.all<SignalRow>(sql`
      SELECT comment_id, revision, kind, start_offset, end_offset, detail FROM comment_signals
      WHERE comment_id IN ${members} ORDER BY comment_id, id`),
  ])
  if (!totals) throw new AppError('not_found')
  const signalsOf = groupRows(signals, (row) => row.comment_id)
  return {
    id: groupId,
    ...totals,
    ...takePage(
      rows,
      limits.pageSize,
      (row) => {
        const { publicId, revision, author, ...text } = presentComment(row)
        const own = (signalsOf.get(row.id) ?? []).filter((signal) => signal.revision === revision)
        return {
          reviewId: row.review_id,
          publicId,
          revision,
          state: row.state,
          author,
          submittedAt: new Date(row.submitted_at).toISOString(),
          body: wholeTextOf(text),
          similarity: row.similarity ?? 1,
          signals: own.map(presentSignal),
        }
      },
      (row) => [row.id],
    ),
  }
}

interface MemberRow extends CommentRow {
  state: CommentState
  submitted_at: number
  similarity: number | null
  review_id: number | null
}
