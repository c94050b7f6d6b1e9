import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentsQuery, ThreadPage } from '../../contract/comments'
import { limits } from '../../contract/limits'
import type { CommentSort } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError, invalidField } from '../../errors'
import { parseCursor, takePage } from '../paging/cursor'
import { clauseIdOf, measureIdOf } from '../plan/current'
import { type AnsweredRow, answeredColumns, presentAnswers, readAnswers } from '../responses/public-answers'
import { standsInThread, standsInThreadAs } from './is-public'
import { presentComment } from './present'

const order: Record<CommentSort, SQL> = {
  newest: sql.raw('id DESC'),
  oldest: sql.raw('id ASC'),
  discussed: sql.raw('reply_count DESC, id DESC'),
}

/** A page of a measure's public comments, each with the first of its replies in order of arrival, and the answers to them. */
export async function listComments(
  ctx: ServiceContext,
  measureKey: string,
  query: CommentsQuery,
): Promise<ThreadPage> {
  const limit = query.limit ?? limits.pageSize
  const after = parseCursor(query.after, query.sort === 'discussed' ? 2 : 1)
  const place = query.clause
    ? sql`c.clause_id = ${clauseIdOf(ctx, measureKey, query.clause)}`
    : sql`c.measure_id = ${measureIdOf(ctx, measureKey)}`
  const roots = (columns: SQL) => {
    const parts = beyond(query.sort, after).map(
      (part) => sql`
        SELECT ${columns} FROM comments c INDEXED BY ${indexFor(query)}
        WHERE ${place} AND ${standsInThread} AND c.parent_id IS NULL
          ${query.kind ? sql`AND c.participant_kind = ${query.kind}` : sql``} ${part}`,
    )
    return sql`${sql.join(parts, sql` UNION ALL `)} ORDER BY ${order[query.sort]} LIMIT ${limit + 1}`
  }

  const rootIds = roots(sql.raw('c.id, c.reply_count'))
  const repliesShown = Math.min(limits.repliesShown, Math.floor(limits.repliesShownInAll / limit))
  const firstReplies = sql`
    FROM (${rootIds}) AS root JOIN comments c ON c.id IN (
      SELECT r.id FROM comments r WHERE r.root_id = root.id AND ${standsInThreadAs('r')} ORDER BY r.id LIMIT ${repliesShown})`
  const answered = sql`(
    SELECT response_id FROM cases WHERE answered_at IS NOT NULL AND comment_id IN (
      SELECT id FROM (${rootIds}) UNION ALL SELECT c.id ${firstReplies}))`
  const [[found], rows, replies, answers] = await ctx.db.batch([
    ctx.db.all<{ measure_id: number | null; clause_id: number | null }>(sql`
      SELECT ${measureIdOf(ctx, measureKey)} AS measure_id,
        ${query.clause ? clauseIdOf(ctx, measureKey, query.clause) : sql`NULL`} AS clause_id`),
    ctx.db.all<AnsweredRow>(roots(answeredColumns)),
    ctx.db.all<AnsweredRow & { root_id: number }>(
      sql`SELECT ${answeredColumns} ${firstReplies} ORDER BY c.id`,
    ),
    readAnswers(ctx, answered),
  ])
  if (!found?.measure_id) throw new AppError('not_found')
  if (query.clause && !found.clause_id) throw invalidField('clause', 'clause_unknown')

  const repliesOf = groupRows(replies, (reply) => reply.root_id)
  const page = takePage(
    rows,
    limit,
    (row) => ({ ...presentComment(row), replies: (repliesOf.get(row.id) ?? []).map(presentComment) }),
    (row) => (query.sort === 'discussed' ? [row.reply_count, row.id] : [row.id]),
  )
  const shown = rows.slice(0, limit)
  const links = shown.flatMap((row) => [row, ...(repliesOf.get(row.id) ?? [])])
  return { ...page, answers: presentAnswers(answers, links).filter(({ publicIds }) => publicIds.length > 0) }
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
