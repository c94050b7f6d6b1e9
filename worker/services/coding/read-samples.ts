import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { SampleView } from '../../contract/coding-samples'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'

export interface SampleRow {
  id: number
  codebook_id: number
  version: number
  seed: number
  size: number
  population: number
  measure: string | null
  first_coder: string
  first_name: string
  first_done: number
  second_coder: string
  second_name: string
  second_done: number
  made_by: string
  made_at: number
  closed_by: string | null
  closed_at: number | null
}

/** Samples of the current consultation, `coding_samples AS s`, the newest first. */
export function selectSamples(ctx: ServiceContext, which: SQL) {
  const done = (coder: 'first_coder' | 'second_coder') => sql`(
    SELECT count(*) FROM coding_sample_comments p JOIN blind_codings d
      ON d.sample_id = p.sample_id AND d.comment_id = p.comment_id AND d.coder_id = ${sql.raw(`s.${coder}`)}
    WHERE p.sample_id = s.id)`
  return ctx.db.all<SampleRow>(sql`
    SELECT s.id, s.codebook_id, b.version, s.seed, s.size, s.population, s.made_at, s.closed_at,
      (SELECT key FROM measures WHERE id = s.measure_id) AS measure,
      s.first_coder, (SELECT name FROM users WHERE id = s.first_coder) AS first_name,
      ${done('first_coder')} AS first_done,
      s.second_coder, (SELECT name FROM users WHERE id = s.second_coder) AS second_name,
      ${done('second_coder')} AS second_done,
      (SELECT name FROM users WHERE id = s.made_by) AS made_by,
      (SELECT name FROM users WHERE id = s.closed_by) AS closed_by
    FROM coding_samples s JOIN codebooks b ON b.id = s.codebook_id
    WHERE s.consultation_id = ${currentConsultation(ctx)} AND ${which}
    ORDER BY s.id DESC LIMIT ${limits.maxPageSize}`)
}

export function presentSample(row: SampleRow, userId: string): SampleView {
  const coder = (id: string, name: string, done: number) => ({ id, name, done, isMe: id === userId })
  return {
    id: row.id,
    version: row.version,
    seed: row.seed,
    size: row.size,
    population: row.population,
    measure: row.measure,
    first: coder(row.first_coder, row.first_name, row.first_done),
    second: coder(row.second_coder, row.second_name, row.second_done),
    madeBy: row.made_by,
    madeAt: new Date(row.made_at).toISOString(),
    closedBy: row.closed_by,
    closedAt: row.closed_at === null ? null : new Date(row.closed_at).toISOString(),
  }
}

/** The samples for double coding, the newest first. */
export async function listSamples(ctx: ServiceContext): Promise<SampleView[]> {
  const me = assertRole(ctx, 'staff')
  const rows = await selectSamples(ctx, sql`1`)
  return rows.map((row) => presentSample(row, me.id))
}

export async function getSampleOrThrow(ctx: ServiceContext, id: number): Promise<SampleRow> {
  const [row] = await selectSamples(ctx, sql`s.id = ${id}`)
  if (!row) throw new AppError('not_found')
  return row
}
