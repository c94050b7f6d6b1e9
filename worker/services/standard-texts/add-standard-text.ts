import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { NewStandardText, StandardTextView } from '../../contract/standard-texts'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getStandardText } from './get-standard-text'

/** A text that answers and reasons may begin with. */
export async function addStandardText(
  ctx: ServiceContext,
  { title, text }: NewStandardText,
): Promise<StandardTextView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const newest = sql`(SELECT max(id) FROM standard_texts)`
  const [inserted] = await db.batch([
    db.all<{ id: number }>(sql`INSERT INTO standard_texts (version) VALUES (1) RETURNING id`),
    db.run(sql`
      INSERT INTO standard_text_versions (standard_text_id, version, title, text, worded_by, worded_at)
      SELECT ${newest}, 1, ${title}, ${text}, ${me.id}, ${now.getTime()}`),
    recordAudit(ctx, {
      action: 'standard_text.added',
      subjectKind: 'standard_text',
      subjectId: sql`CAST(${newest} AS TEXT)`,
    }),
  ])
  const id = inserted[0]?.id
  if (id === undefined) throw new AppError('internal')
  return getStandardText(ctx, id)
}
