import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { SearchView } from '../../contract/comments'
import { limits } from '../../contract/limits'
import { isPublic } from '../comments/is-public'
import { type CommentRow, commentColumns, presentComment } from '../comments/present'
import { parseCursor, takePage } from '../paging/cursor'
import { currentText } from '../plan/clause-text'
import { currentConsultation } from '../plan/current'
import { toMatch } from './tokens'

const maxClauses = 50

/** Public comments, newest first, and (on the first page) clauses and review sections that hold the words. */
export async function searchPlanAndComments(
  ctx: ServiceContext,
  query: { q: string; after?: string | undefined; limit?: number | undefined },
): Promise<SearchView> {
  const { db } = ctx
  const limit = query.limit ?? limits.pageSize
  const cursor = parseCursor(query.after, 1)
  const match = toMatch(query.q)
  if (!match) return { query: query.q, items: [], next: null, measures: [], review: [] }

  const containsAll = (text: SQL) =>
    sql.join(
      narrow(query.q)
        .split(/\s+/)
        .map((word) => sql`${text} LIKE ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} ESCAPE '\\'`),
      sql` AND `,
    )
  const firstPage = cursor ? sql`0` : sql`1`
  const [rows, clauses, review] = await db.batch([
    db.all<CommentRow>(sql`
      SELECT ${commentColumns} FROM comment_search s JOIN comments c ON c.id = s.rowid
      WHERE s.comment_search MATCH ${match} AND ${isPublic}
        AND c.consultation_id = ${currentConsultation(ctx)}
        ${cursor ? sql`AND s.rowid < ${BigInt(cursor[0] ?? 0)}` : sql``}
      ORDER BY s.rowid DESC LIMIT ${limit + 1}`),
    db.all<{ key: string; clause_key: string; title: string; text: string }>(sql`
      SELECT m.key, cl.key AS clause_key, m.title, ${currentText} AS text FROM measures m
      JOIN clauses cl ON cl.measure_id = m.id
      WHERE ${firstPage} AND m.consultation_id = ${currentConsultation(ctx)} AND ${containsAll(currentText)}
      ORDER BY m.id, cl.number LIMIT ${maxClauses}`),
    db.all<{ number: number; title: string; text: string }>(sql`
      SELECT number, title, text FROM review_sections
      WHERE ${firstPage} AND consultation_id = ${currentConsultation(ctx)} AND ${containsAll(sql.raw('text'))}
      ORDER BY number`),
  ])
  return {
    query: query.q,
    ...takePage(rows, limit, presentComment, (row) => [row.id]),
    measures: clauses.map(({ key, clause_key, title, text }) => ({
      key,
      clauseKey: clause_key,
      title,
      text,
    })),
    review,
  }
}

/** Letters and digits as the plan writes them; its punctuation is full-width and stays. */
function narrow(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (character) => character.normalize('NFKC'))
}
