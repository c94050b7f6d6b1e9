import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext } from '../../context'
import type { CodebookView } from '../../contract/codebook'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { readDraft } from './draft'
import { publishedCodebook } from './read-codebook'

/** Starts the next version with the codes of the last; where there is a draft already, that one is answered. */
export async function startDraft(ctx: ServiceContext): Promise<CodebookView> {
  const { id } = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const edit = newId(ctx)
  const mine = sql`(SELECT id FROM codebooks WHERE consultation_id = ${currentConsultation(ctx)} AND edit = ${edit})`
  await db.batch([
    db.run(sql`
      INSERT INTO codebooks (consultation_id, version, edit, created_by, created_at)
      SELECT id, 1 + (SELECT coalesce(max(version), 0) FROM codebooks WHERE consultation_id = c.id), ${edit}, ${id},
        ${now.getTime()}
      FROM consultations c WHERE id = ${currentConsultation(ctx)} AND NOT EXISTS (
        SELECT 1 FROM codebooks WHERE consultation_id = c.id AND published_at IS NULL)`),
    db.run(sql`
      INSERT INTO codebook_entries
        (codebook_id, code_id, position, theme, name, definition, example, included, excluded)
      SELECT ${mine}, code_id, position, theme, name, definition, example, included, excluded
      FROM codebook_entries WHERE codebook_id = ${publishedCodebook(ctx)} AND ${mine} IS NOT NULL`),
    recordAudit(
      ctx,
      {
        action: 'codebook.draft_started',
        subjectKind: 'codebook',
        subjectId: sql`(SELECT version FROM codebooks WHERE id = ${mine})`,
      },
      sql`${mine} IS NOT NULL`,
    ),
  ])
  return readDraft(ctx)
}
