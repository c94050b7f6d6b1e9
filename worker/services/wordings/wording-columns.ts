import { type SQL, sql } from 'drizzle-orm'
import { wordingPrefix } from '../../contract/whole-text'
import type { WordingView } from '../../contract/wordings'
import { summaryLine } from '../annexes/annex-row'
import { textReadAt } from '../plan/clause-text'

/** The wording that the text of `comments AS c` suggests, as SQL; null where it suggests none. */
export const wordingText = '(SELECT text FROM wordings WHERE comment_id = c.id AND revision = c.revision)'

/** The same beside the clause as its author read it, as JSON. */
export const wordingColumn: SQL = sql`(
  SELECT json_object('text', w.text, 'base', ${textReadAt(sql`c.plan_revision`)})
  FROM wordings w JOIN clauses cl ON cl.id = c.clause_id WHERE w.comment_id = c.id AND w.revision = c.revision)`

export const parseWording = (json: string | null): WordingView | null =>
  json === null ? null : (JSON.parse(json) as WordingView)

/** What a body has after it in a whole text: the line of the wording of this revision, or nothing. */
export const wordingLine = (commentId: SQL, revision: SQL): SQL => sql`coalesce((
  SELECT char(10) || ${wordingPrefix} || text FROM wordings WHERE comment_id = ${commentId} AND revision = ${revision}), '')`

/** The text of `comments AS c` with the wording that it suggests, in SQL. */
export const suggestingTextColumn: SQL = sql`c.body || ${wordingLine(sql`c.id`, sql`c.revision`)}`

/** `wholeText` of `comments AS c`, in SQL. */
export const wholeTextColumn: SQL = sql`${suggestingTextColumn} || ${summaryLine}`
