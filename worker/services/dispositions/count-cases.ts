import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type {
  CaseCount,
  CaseRef,
  CaseSelection,
  CountCases,
  LeftOutReason,
} from '../../contract/dispositions'
import { limits } from '../../contract/limits'
import { type CommentRow, commentColumns, presentComment } from '../comments/present'
import { isTheirCase } from './whose'

/** What is counted as done: of a group what has a disposition already, and whatever has an answer already. */
type Lacking = 'disposition' | 'response'

/** How many comments a selection holds that one act could be about, which they are, and a sample of them. */
export async function countCases(
  ctx: ServiceContext,
  { selection }: CountCases,
  lacking: Lacking,
): Promise<CaseCount> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const isMine = isTheirCase(me)
  const isDone = isDoneAlready(selection, lacking)
  const selected = sql`
    FROM (${idsOf(selection)}) AS q CROSS JOIN comments c ON c.id = q.id JOIN cases k ON k.comment_id = c.id`
  const taken = sql`
    ${selected} WHERE k.is_admissible = 1 AND ${isMine} AND NOT ${isDone}
    ORDER BY c.id LIMIT ${sql.raw(String(limits.caseBatch))}`
  const sampleSize = sql.raw(String(limits.batchSample))
  const isChosen = sql.raw(selection.of === 'chosen' ? '1' : '0')
  const [[figures], leftOut, cases, sample] = await db.batch([
    db.all<{ count: number; done: number; others: number; closed: number }>(sql`
      SELECT count(*) FILTER (WHERE k.is_admissible = 1 AND ${isMine} AND NOT ${isDone}) AS count,
        count(*) FILTER (WHERE k.is_admissible = 1 AND ${isMine} AND ${isDone}) AS done,
        count(*) FILTER (WHERE k.is_admissible = 1 AND NOT ${isMine}) AS others,
        count(*) FILTER (WHERE k.is_admissible = 0) AS closed ${selected}`),
    db.all<{ publicId: string; why: LeftOutReason }>(sql`
      SELECT c.public_id AS publicId,
        CASE WHEN k.is_admissible = 0 THEN 'closed' WHEN NOT ${isMine} THEN 'others' ELSE 'done' END AS why
      ${selected} WHERE ${isChosen} AND NOT (k.is_admissible = 1 AND ${isMine} AND NOT ${isDone}) ORDER BY c.id`),
    db.all<CaseRef>(sql`
      SELECT c.public_id AS publicId, k.disposition_version AS version, c.revision ${taken}`),
    db.all<CommentRow>(sql`
      WITH at_once AS MATERIALIZED (
        SELECT taken.id, row_number() OVER (ORDER BY taken.id) - 1 AS place FROM (SELECT c.id ${taken}) AS taken)
      SELECT ${commentColumns} FROM at_once CROSS JOIN comments c ON c.id = at_once.id
      WHERE at_once.place % max(1, (SELECT count(*) FROM at_once) / ${sampleSize}) = 0
      ORDER BY at_once.place LIMIT ${sampleSize}`),
  ])
  return {
    count: figures?.count ?? 0,
    done: figures?.done ?? 0,
    others: figures?.others ?? 0,
    closed: figures?.closed ?? 0,
    leftOut,
    cases,
    sample: sample.map(presentComment).map(({ publicId, body, author }) => ({ publicId, body, author })),
  }
}

function idsOf(selection: CaseSelection): SQL {
  if (selection.of === 'chosen')
    return sql`
      SELECT DISTINCT s.id FROM json_each(${JSON.stringify(selection.publicIds)}) j
      JOIN comments s ON s.public_id = j.value`
  return sql`
    SELECT s.id FROM comments s INDEXED BY comments_of_similar_group
    WHERE s.similar_group_id = (SELECT similar_group_id FROM comments WHERE public_id = ${selection.publicId})`
}

/** Whoever chooses a comment by hand may mean to dispose of it anew. */
function isDoneAlready(selection: CaseSelection, lacking: Lacking): SQL {
  if (lacking === 'response') return sql.raw('(k.response_id IS NOT NULL)')
  return selection.of === 'group' ? sql.raw('(k.disposition IS NOT NULL)') : sql.raw('0')
}
