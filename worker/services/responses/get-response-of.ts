import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ResponseOfView } from '../../contract/responses'
import { AppError } from '../../errors'
import { isTheirCase } from '../dispositions/whose'
import { presentWhole, responseQueries } from './get-response'

/** The answer that a comment has or is to have; null where nobody has begun one. */
export async function getResponseOf(ctx: ServiceContext, publicId: string): Promise<ResponseOfView> {
  const me = assertRole(ctx, 'staff')
  const id = sql`(
    SELECT response_id FROM cases WHERE comment_id = (SELECT id FROM comments WHERE public_id = ${publicId}))`
  const [[row], ...answers] = await ctx.db.batch([
    ctx.db.all<{ measure_key: string; is_admissible: number; is_mine: number; similar: number }>(sql`
      SELECT m.key AS measure_key, k.is_admissible, ${isTheirCase(me)} AS is_mine,
        coalesce((SELECT member_count FROM similar_groups WHERE id = c.similar_group_id), 1) AS similar
      FROM comments c JOIN cases k ON k.comment_id = c.id JOIN measures m ON m.id = c.measure_id
      WHERE c.public_id = ${publicId}`),
    ...responseQueries(ctx, me, id),
  ])
  if (!row) throw new AppError('not_found')
  return {
    publicId,
    measureKey: row.measure_key,
    isAdmissible: row.is_admissible === 1,
    isMine: row.is_mine === 1,
    response: presentWhole(answers),
    similar: row.similar,
  }
}
