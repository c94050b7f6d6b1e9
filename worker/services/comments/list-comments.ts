import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentsQuery, Page, ThreadView } from '../../contract/comments'
import { limits } from '../../contract/limits'
import type { CommentSort } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError, invalidField } from '../../errors'
import { parseCursor, takePage } from '../paging/cursor'
import { clauseIdOf, measureIdOf } from '../plan/current'
import { isPublic, isPublicAs } from './is-public'
import { type CommentRow, commentColumns, presentComment } from './present'

const order: Record<CommentSort, SQL> = {
  newest: sql.raw('id DESC'),
  oldest: sql.raw('id ASC'),
  discussed: sql.raw('reply_count DESC, id DESC'),
}

/** A page of a measure's public comments, each with the first of its replies in order of arrival. */
export async function listComments(
  ctx: ServiceContext,
  measureKey: string,
  query: CommentsQuery,
): Promise<Page<ThreadView>> {
  const limit = query.limit ?? limits.pageSize
  const after = parseCursor(query.after, query.sort === 'discussed' ? 2 : 1)
  const place = query.clause
    ? sql`c.clause_id = ${clauseIdOf(measureKey, query.clause)}`
    : sql`c.measure_id = ${measureIdOf(measureKey)}`
  const roots = (columns: SQL) => {
    const parts = beyond(query.sort, after).map(
      (part) => sql`
        SELECT ${columns} FROM comments c INDEXED BY ${indexFor(query)}
        WHERE ${place} AND ${isPublic} AND c.parent_id IS NULL
          ${query.kind ? sql`AND c.participant_kind = ${query.kind}` : sql``} ${part}`,
    )
    return sql`${sql.join(parts, sql` UNION ALL `)} ORDER BY ${order[query.sort]} LIMIT ${limit + 1}`
  }

  const [[found], rows, replies] = await ctx.db.batch([
    ctx.db.all<{ measure_id: number | null; clause_id: number | null }>(sql`
      SELECT ${measureIdOf(measureKey)} AS measure_id,
        ${query.clause ? clauseIdOf(measureKey, query.clause) : sql`NULL`} AS clause_id`),
    ctx.db.all<CommentRow>(roots(commentColumns)),
    ctx.db.all<CommentRow & { root_id: number }>(sql`
      SELECT ${commentColumns} FROM (${roots(sql.raw('c.id, c.reply_count'))}) AS root
      JOIN comments c ON c.id IN (
        SELECT r.id FROM comments r WHERE r.root_id = root.id AND ${isPublicAs('r')}
        ORDER BY r.id LIMIT ${Math.min(limits.repliesShown, Math.floor(limits.repliesShownInAll / limit))})
      ORDER BY c.id`),
  ])
  if (!found?.measure_id) throw new AppError('not_found')
  if (query.clause && !found.clause_id) throw invalidField('clause', 'clause_unknown')

  const repliesOf = groupRows(replies, (reply) => reply.root_id)
  return takePage(
    rows,
    limit,
    (row) => ({ ...presentComment(row), replies: (repliesOf.get(row.id) ?? []).map(presentComment) }),
    (row) => (query.sort === 'discussed' ? [row.reply_count, row.id] : [row.id]),
  )
}

/** Named, for SQLite would else take one that holds the waiting comments too, and step over all of them. */
function indexFor({ clause, kind, sort }: CommentsQuery): SQL {
  const names = [clause ? 'clause' : 'measure', kind && 'by_kind', sort === 'discussed' && 'discussed']
  return sql.raw(`comments_of_${names.filter(Boolean).join('_')}`)
}

/** What lies behind the cursor, in parts of which each is one range of the index. */
function beyond(sort: CommentSort, after: number[] | null): SQL[] {
  if (!after) return [sql``]
  const [first, second] = after.map((part) => BigInt(part))
  if (sort === 'newest') return [sql`AND c.id < ${first}`]
  if (sort === 'oldest') return [sql`AND c.id > ${first}`]
  return [sql`AND c.reply_count = ${first} AND c.id < ${second}`, sql`AND c.reply_count < ${first}`]
}
