import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingItem } from '../../contract/coding'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { currentConsultation } from '../plan/current'
import { isBlindTo } from './blindness'
import { getItem } from './get-item'

/** Takes a tag off a comment; that it was there, and who took it off, is kept. One that is off already stays as it is. */
export async function removeTag(ctx: ServiceContext, tagId: number): Promise<CodingItem> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [tag] = await db.all<{ public_id: string; key: string; is_blind: number }>(sql`
    SELECT c.public_id, o.key, ${isBlindTo(me.id, sql`c.id`)} AS is_blind
    FROM tags t JOIN comments c ON c.id = t.comment_id JOIN codes o ON o.id = t.code_id
    WHERE t.id = ${tagId} AND c.consultation_id = ${currentConsultation(ctx)}`)
  if (!tag) throw new AppError('not_found')
  if (tag.is_blind) throw new AppError('coded_blind')
  await db.batch([
    db.run(sql`
      UPDATE tags SET removed_by = ${me.id}, removed_at = ${now.getTime()}
      WHERE id = ${tagId} AND removed_at IS NULL`),
    recordAudit(
      ctx,
      {
        action: 'comment.untagged',
        subjectKind: 'comment',
        subjectId: tag.public_id,
        data: { code: tag.key, tag: tagId },
      },
      sql`changes() > 0`,
    ),
  ])
  return getItem(ctx, tag.public_id)
}
