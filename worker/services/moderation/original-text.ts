import { type SQL, sql } from 'drizzle-orm'
import { summaryPrefix } from '../../contract/whole-text'
import { summaryLine } from '../annexes/annex-row'

/**
 * The kept text of `comment_originals AS o` of `comments AS c`, in SQL; null where none is kept. One that was kept before the summary
 * of an annex was part of it gets its line.
 */
export const originalText: SQL = sql`(
  o.body || iif(instr(o.body, char(10) || ${summaryPrefix}) > 0, '', ${summaryLine}))`
