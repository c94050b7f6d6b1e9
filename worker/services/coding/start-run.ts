import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { NewRun, RunView } from '../../contract/suggestions'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation, measureIdOf } from '../plan/current'
import { getRunOrThrow } from './read-run'

/** Takes down what the machine was run with and the clusters that it found; its suggestions follow. */
export async function startRun(ctx: ServiceContext, input: NewRun): Promise<RunView> {
  const { id: me } = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const { version, seed, measure, clusters, commentCount } = input
  const parameters = JSON.stringify({ ...input.parameters, measure: measure ?? null })
  const [known] = await db.all<{ id: number | null }>(
    sql`SELECT ${measure ? measureIdOf(ctx, measure) : sql`0`} AS id`,
  )
  if (known?.id === null) throw invalidField('measure', 'not_a_choice')
  const [made] = await db.batch([
    db.all<{ id: number }>(sql`
      INSERT INTO suggestion_runs
        (consultation_id, codebook_id, seed, parameters, clusters, comment_count, measure_id, made_by, made_at)
      SELECT consultation_id, id, ${seed}, ${parameters}, ${JSON.stringify(clusters)}, ${commentCount},
        ${measure ? measureIdOf(ctx, measure) : null}, ${me}, ${now.getTime()}
      FROM codebooks WHERE consultation_id = ${currentConsultation(ctx)} AND version = ${version}
        AND published_at IS NOT NULL
      RETURNING id`),
    recordAudit(
      ctx,
      {
        action: 'suggestion_run.started',
        subjectKind: 'suggestion_run',
        subjectId: sql`last_insert_rowid()`,
        data: { seed, version, comments: commentCount },
      },
      sql`changes() > 0`,
    ),
  ])
  const [run] = made
  if (!run) throw new AppError('codebook_missing')
  return getRunOrThrow(ctx, run.id)
}
