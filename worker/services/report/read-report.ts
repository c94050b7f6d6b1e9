import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Totals } from '../../contract/results'
import type { ExportAudience } from '../../contract/words'
import { openScope } from '../exports/open-scope'
import type { ReadPage } from '../exports/reading/pages'
import { type AdoptionRow, readAdoptionRows } from '../exports/reading/read-adoption-rows'
import { readPlanNames } from '../exports/reading/read-plan-names'
import type { ExportScope } from '../exports/scope'
import { presentTotals, totalsQueries } from '../results/read-totals'

/** A document holds its table in memory: what goes beyond stands in the tables, which are streamed. */
export const mostRows = 3000

export interface Amendment {
  clauseKey: string
  /** How the clause read before, and reads now; null where it was not there, or is no longer. */
  before: string | null
  after: string | null
}

export interface Report {
  about: ExportScope['about']
  /** True once the result is public; until then the report is a draft. */
  isPublished: boolean
  /** Why it was published with comments undisposed of. */
  override: string | null
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
    db.all<{ override_reason: string | null; counts: string }>(
      sql`SELECT override_reason, counts FROM results WHERE consultation_id = ${scope.consultationId}`,
    ),
    db.all<Amendment>(sql`
      SELECT cl.key AS clauseKey, iif(cl.introduced_in > 1, NULL, cl.text) AS before, h.text AS after
      FROM measures m JOIN clauses cl ON cl.measure_id = m.id JOIN clause_changes h ON h.id = (
        SELECT x.id FROM clause_changes x JOIN plan_revisions p ON p.id = x.plan_revision_id
        WHERE x.clause_id = cl.id AND p.published_at IS NOT NULL ORDER BY p.number DESC LIMIT 1)
      WHERE m.consultation_id = ${scope.consultationId} AND (cl.introduced_in > 1 OR h.text IS NOT cl.text)
      ORDER BY m.id, cl.number`),
  ])
  const rows: AdoptionRow[] = []
  for await (const page of readAdoptionRows(read, scope, names)) {
    rows.push(...page)
    if (rows.length > mostRows) break
  }
  return {
    about: scope.about,
    isPublished: result !== undefined,
    override: result?.override_reason ?? null,
    totals: presentTotals(received, states, channels, cases),
    amendments,
    rows: rows.slice(0, mostRows),
    hasMore: rows.length > mostRows,
  }
}

export async function openReportScope(ctx: ServiceContext, audience: ExportAudience): Promise<ExportScope> {
  return openScope(ctx, { audience, filters: {}, takenAt: ctx.now })
}
