import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StandardTextView, StandardWording } from '../../contract/standard-texts'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getStandardText } from './get-standard-text'

/** Gives it other words from now on; what was written with the former ones keeps them. */
export async function rewordStandardText(
  ctx: ServiceContext,
  id: number,
  { version, title, text }: StandardWording,
): Promise<StandardTextView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const isNow = sql`EXISTS (SELECT 1 FROM standard_texts WHERE id = ${id} AND version = ${version})`
  const [reworded] = await db.batch([
    db.run(sql`
      INSERT INTO standard_text_versions (standard_text_id, version, title, text, worded_by, worded_at)
      SELECT ${id}, ${version + 1}, ${title}, ${text}, ${me.id}, ${now.getTime()} WHERE ${isNow}`),
    recordAudit(
      ctx,
      {
        action: 'standard_text.reworded',
        subjectKind: 'standard_text',
        subjectId: String(id),
        data: { version: version + 1 },
      },
      isNow,
    ),
    db.run(sql`UPDATE standard_texts SET version = version + 1 WHERE id = ${id} AND version = ${version}`),
  ])
  const view = await getStandardText(ctx, id)
  if (reworded.rowsAffected === 0) throw new AppError('standard_text_changed')
  return view
}
