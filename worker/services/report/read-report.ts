import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Override, Totals } from '../../contract/results'
import type { ExportAudience } from '../../contract/words'
import { openScope } from '../exports/open-scope'
import type { ReadPage } from '../exports/reading/pages'
import { type AdoptionRow, readAdoptionRows } from '../exports/reading/read-adoption-rows'
import { readPlanNames } from '../exports/reading/read-plan-names'
import type { ExportScope } from '../exports/scope'
import { changedClauses, firstText } from '../results/outcome'
import { type PublishedRow, presentPublished, publishedRow } from '../results/published-row'
import { presentTotals, totalsQueries } from '../results/read-totals'

/** A document holds its table in memory: what goes beyond stands in the tables, which are streamed. */
export const most = { rows: 3000, characters: 500_000 }

export interface Amendment {
  clauseKey: string
  /** How the clause read at first, and reads now; null where it was not there, or is no longer. */
  before: string | null
  after: string | null
}

export interface Report {
  about: ExportScope['about']
  audience: ExportAudience
  /** Whether the audience may read what was made of the comments. */
  isDisclosed: boolean
  /** Null until the result is public: the report is a draft. */
  publishedAt: string | null
  /** Why it was published before all was done, by whom, and what was left. */
  override: Override | null
  /** As they were published, once they are. */
  totals: Totals
  amendments: Amendment[]
  rows: AdoptionRow[]
  /** Rows of the table that are not in the report. */
  hasMore: boolean
}

/** All that the report on the adoption of comments says. */
export async function readReport(
  ctx: ServiceContext,
  scope: ExportScope,
  read: ReadPage = (query) => ctx.db.all(query),
): Promise<Report> {
  const { db } = ctx
  const names = await readPlanNames(ctx, scope)
  const [received, states, channels, cases, [result], amendments] = await db.batch([
    ...totalsQueries(ctx),
    db.all<PublishedRow>(publishedRow(sql`${scope.consultationId}`)),
    db.all<Amendment>(sql`
      SELECT cl.key AS clauseKey, ${firstText} AS before, h.text AS after
      FROM ${changedClauses} JOIN measures m ON m.id = cl.measure_id
      WHERE m.consultation_id = ${scope.consultationId} ORDER BY m.id, cl.number`),
  ])
  const published = result && presentPublished(result)
  return {
    about: scope.about,
    audience: scope.audience,
    isDisclosed: scope.isDisclosed,
    publishedAt: published?.publishedAt ?? null,
    override: published?.override ?? null,
    totals: published?.totals ?? presentTotals(received, states, channels, cases),
    amendments,
    ...(await takeRows(readAdoptionRows(read, scope, names, { isLive: true }))),
  }
}

async function takeRows(pages: AsyncIterable<AdoptionRow[]>): Promise<Pick<Report, 'rows' | 'hasMore'>> {
  const rows: AdoptionRow[] = []
  let characters = 0
  for await (const page of pages)
    for (const row of page) {
      characters += row.place.length + row.body.length + (row.reason?.length ?? 0)
      if (rows.length === most.rows || characters > most.characters) return { rows, hasMore: true }
      rows.push(row)
    }
  return { rows, hasMore: false }
}

/** All comments, as everybody may read them. */
export function openReportScope(ctx: ServiceContext): Promise<ExportScope> {
  return openScope(ctx, { audience: 'public', filters: {}, takenAt: ctx.now })
}
