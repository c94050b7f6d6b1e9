import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { NewVersion, ResponseView } from '../../contract/responses'
import { invalidField } from '../../errors'
import { isUsable } from '../standard-texts/is-usable'
import { takeStep } from './take-step'

/** Another version of a draft, or of what is public, which stays so until the new one is released. */
export async function writeVersion(
  ctx: ServiceContext,
  id: number,
  { version, text, standardText }: NewVersion,
): Promise<ResponseView> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  if (standardText) {
    const [usable] = await db.all<{ text: number }>(sql`SELECT ${isUsable(standardText)} AS text`)
    if (usable?.text !== 1) throw invalidField('standardText', 'standard_text_unknown')
  }
  return takeStep(ctx, id, { act: 'write', version }, (isNow, next) => [
    db.run(sql`
      INSERT INTO response_versions (response_id, version, text, standard_text_id, standard_text_version, written_by,
        written_at)
      SELECT ${id}, ${next}, ${text}, ${standardText?.id ?? null}, ${standardText?.version ?? null}, ${me.id},
        ${now.getTime()} WHERE ${isNow}`),
  ])
}
