import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { RunView, Suggestions } from '../../contract/suggestions'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { isInForce } from './open-suggestions'
import { getRunOrThrow } from './read-run'

/**
 * Adds a part of what a run proposes. Left out is what a person has said already: a code that the comment has, and one
 * that was dismissed for it. Nothing counts as a suggestion before the last part has arrived.
 */
export async function addSuggestions(
  ctx: ServiceContext,
  runId: number,
  { suggestions = [], isLast }: Suggestions,
): Promise<RunView> {
  const { id: me } = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const isOpen = sql`r.id = ${runId} AND r.made_by = ${me} AND r.completed_at IS NULL
    AND r.consultation_id = ${currentConsultation(ctx)}`
  const [found] = await db.all<{ made_by: string; completed_at: number | null }>(sql`
    SELECT made_by, completed_at FROM suggestion_runs
    WHERE id = ${runId} AND consultation_id = ${currentConsultation(ctx)}`)
  if (found?.made_by !== me) throw new AppError('not_found')
  if (found.completed_at !== null) throw new AppError('run_complete')
  await db.batch([
    db.run(sql`
      INSERT INTO tag_suggestions (run_id, comment_id, measure_id, code_id, cluster, phrase, score)
      SELECT r.id, c.id, c.measure_id, e.code_id, j.value ->> 'cluster', j.value ->> 'phrase', CAST(j.value ->> 'score' AS REAL)
      FROM json_each(${JSON.stringify(suggestions)}) j
      CROSS JOIN comments c ON c.public_id = j.value ->> 'publicId'
      JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
      JOIN suggestion_runs r ON ${isOpen} AND r.consultation_id = c.consultation_id
        AND (r.measure_id IS NULL OR r.measure_id = c.measure_id)
      JOIN codebook_entries e ON e.codebook_id = r.codebook_id AND e.code_id = j.value ->> 'code'
      WHERE NOT EXISTS (SELECT 1 FROM tags t
          WHERE t.comment_id = c.id AND t.code_id = e.code_id AND ${isInForce})
        AND NOT EXISTS (SELECT 1 FROM tag_suggestions d INDEXED BY tag_suggestions_dismissed
          WHERE d.comment_id = c.id AND d.code_id = e.code_id AND d.state = 'dismissed')
      ON CONFLICT DO NOTHING`),
    db.run(sql`
      UPDATE suggestion_runs AS r SET completed_at = ${now.getTime()} WHERE ${isOpen} AND ${isLast ? 1 : 0}`),
    recordAudit(
      ctx,
      { action: 'suggestion_run.completed', subjectKind: 'suggestion_run', subjectId: String(runId) },
      sql`changes() > 0`,
    ),
    db.run(sql`
      DELETE FROM tag_suggestions WHERE state = 'open' AND run_id <> ${runId}
        AND measure_id IN (
          SELECT m.id FROM suggestion_runs r JOIN measures m ON m.consultation_id = r.consultation_id
            AND (r.measure_id IS NULL OR m.id = r.measure_id)
          WHERE r.id = ${runId} AND r.completed_at IS NOT NULL)
        AND run_id IN (SELECT id FROM suggestion_runs WHERE completed_at IS NOT NULL)`),
  ])
  return getRunOrThrow(ctx, runId)
}
