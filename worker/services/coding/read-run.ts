import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Cluster, RunView, SortingParameters } from '../../contract/suggestions'
import type { SuggestionState } from '../../contract/words'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { latestRun } from './latest-run'

interface RunRow {
  id: number
  version: number
  seed: number
  parameters: string
  clusters: string
  comment_count: number
  made_by: string
  made_at: number
  completed_at: number | null
}
interface CountRow {
  cluster: number
  code_id: number
  state: SuggestionState
  count: number
}

/** The machine's latest complete run with what has become of its suggestions; null where there was none. */
export async function getLatestRun(ctx: ServiceContext): Promise<RunView | null> {
  assertRole(ctx, 'staff')
  return readRun(ctx, latestRun(ctx))
}

export async function getRunOrThrow(ctx: ServiceContext, id: number): Promise<RunView> {
  const run = await readRun(ctx, sql`${id}`)
  if (!run) throw new AppError('not_found')
  return run
}

async function readRun(ctx: ServiceContext, id: SQL): Promise<RunView | null> {
  const { db } = ctx
  const [[row], counts] = await db.batch([
    db.all<RunRow>(sql`
      SELECT r.id, b.version, r.seed, r.parameters, r.clusters, r.comment_count, u.name AS made_by, r.made_at,
        r.completed_at
      FROM suggestion_runs r JOIN codebooks b ON b.id = r.codebook_id JOIN users u ON u.id = r.made_by
      WHERE r.id = ${id} AND r.consultation_id = ${currentConsultation(ctx)}`),
    db.all<CountRow>(sql`
      SELECT cluster, code_id, state, count(*) AS count
      FROM tag_suggestions INDEXED BY tag_suggestions_of_cluster WHERE run_id = ${id}
      GROUP BY cluster, code_id, state`),
  ])
  return row ? presentRun(row, counts) : null
}

function presentRun(row: RunRow, rows: CountRow[]): RunView {
  const { measure, ...parameters }: SortingParameters & { measure: string | null } = JSON.parse(
    row.parameters,
  )
  const counts = new Map<string, RunView['counts'][number]>()
  for (const { cluster, code_id: code, state, count } of rows) {
    const key = `${cluster} ${code}`
    const known = counts.get(key) ?? { cluster, code, open: 0, accepted: 0, dismissed: 0 }
    counts.set(key, { ...known, [state]: count })
  }
  return {
    id: row.id,
    version: row.version,
    seed: row.seed,
    measure,
    parameters,
    clusters: JSON.parse(row.clusters) as Cluster[],
    commentCount: row.comment_count,
    madeBy: row.made_by,
    madeAt: new Date(row.made_at).toISOString(),
    isComplete: row.completed_at !== null,
    counts: [...counts.values()],
  }
}
