import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { LintView } from '../../contract/codebook'
import { currentConsultation } from '../plan/current'
import { getVersionOrThrow } from './get-codebook'
import { lintCodebook } from './lint-codebook'

const tagsInForce = sql.raw(`
  tags t JOIN cases k ON k.comment_id = t.comment_id AND k.comment_revision = t.comment_revision AND k.is_admissible = 1`)

/** What is amiss with a version of the codebook, with the counts of admissible comments that it rests on. */
export async function readLint(ctx: ServiceContext, version: number): Promise<LintView> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const codebook = await getVersionOrThrow(ctx, version)
  const isOfIt = sql`t.code_id IN (SELECT code_id FROM codebook_entries WHERE codebook_id = ${codebook.id})
    AND t.removed_at IS NULL`
  const [[received], [any], counts, pairs] = await db.batch([
    db.all<{ count: number }>(sql`
      SELECT coalesce(sum(n.count), 0) AS count FROM measures m JOIN case_counts n ON n.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation(ctx)}`),
    db.all<{ count: number }>(
      sql`SELECT count(DISTINCT t.comment_id) AS count FROM ${tagsInForce} WHERE ${isOfIt}`,
    ),
    db.all<{ id: number; count: number }>(sql`
      SELECT t.code_id AS id, count(DISTINCT t.comment_id) AS count FROM ${tagsInForce} WHERE ${isOfIt}
      GROUP BY t.code_id`),
    db.all<{ a: number; b: number; both: number }>(sql`
      SELECT t.code_id AS a, o.code_id AS b, count(DISTINCT t.comment_id) AS "both"
      FROM ${tagsInForce} JOIN tags o ON o.comment_id = t.comment_id AND o.removed_at IS NULL
        AND o.comment_revision = t.comment_revision AND o.code_id > t.code_id
      WHERE ${isOfIt} GROUP BY t.code_id, o.code_id`),
  ])
  const countOf = new Map(counts.map(({ id, count }) => [id, count]))
  const tagged = any?.count ?? 0
  const codes = codebook.codes.map((code) => ({ ...code, count: countOf.get(code.id) ?? 0 }))
  return {
    version,
    comments: received?.count ?? 0,
    tagged,
    codes: codes.map(({ id, count }) => ({ id, count })),
    findings: lintCodebook({ codes, pairs, tagged }),
  }
}
