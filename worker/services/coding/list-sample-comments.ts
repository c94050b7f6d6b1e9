import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { SamplePage, SampleQuery } from '../../contract/coding-samples'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { annexSummaryColumn } from '../annexes/annex-row'
import { parseCursor, takePage } from '../paging/cursor'
import { parseWording, wordingColumn } from '../wordings/wording-columns'
import { getSampleOrThrow } from './read-samples'

interface Row {
  place: number
  public_id: string
  body: string
  wording: string | null
  annex_summary: string | null
  measure_key: string
  measure_title: string
  short_title: string
  clause_key: string | null
  clause_text: string | null
  codes: string | null
}

/** The comments of a sample for one of its coders, with what that coder has coded and nothing of anybody else's. */
export async function listSampleComments(
  ctx: ServiceContext,
  sampleId: number,
  { after }: SampleQuery,
): Promise<SamplePage> {
  const me = assertRole(ctx, 'staff')
  const [from = 0] = parseCursor(after, 1) ?? []
  const sample = await getSampleOrThrow(ctx, sampleId)
  if (me.id !== sample.first_coder && me.id !== sample.second_coder) throw new AppError('not_found')
  const rows = await ctx.db.all<Row>(sql`
    SELECT p.place, c.public_id, c.body, ${wordingColumn} AS wording, ${annexSummaryColumn}, m.key AS measure_key, m.title AS measure_title, m.short_title,
      l.key AS clause_key, l.text AS clause_text, d.codes
    FROM coding_sample_comments p JOIN comments c ON c.id = p.comment_id JOIN measures m ON m.id = c.measure_id
    LEFT JOIN clauses l ON l.id = c.clause_id
    LEFT JOIN blind_codings d ON d.sample_id = p.sample_id AND d.comment_id = p.comment_id AND d.coder_id = ${me.id}
    WHERE p.sample_id = ${sampleId} AND p.place > ${from} ORDER BY p.place LIMIT ${limits.pageSize + 1}`)
  return takePage(
    rows,
    limits.pageSize,
    (row) => ({
      place: row.place,
      publicId: row.public_id,
      body: row.body,
      wording: parseWording(row.wording),
      annexSummary: row.annex_summary,
      measure: { key: row.measure_key, title: row.measure_title, shortTitle: row.short_title },
      clause: row.clause_key === null ? null : { key: row.clause_key, text: row.clause_text ?? '' },
      codes: row.codes === null ? null : (JSON.parse(row.codes) as number[]),
    }),
    (row) => [row.place],
  )
}
