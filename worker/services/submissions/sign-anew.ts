import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Query } from '../../db/client'
import { recordAudit } from '../audit/record'
import type { CountingComment, Signing } from './plan-sending'

/** The text stays and so does what was decided on it; who says it is put right. */
export function signAnew(
  ctx: ServiceContext,
  { id, public_id: publicId }: CountingComment,
  { name, isVerified }: Pick<Signing, 'name' | 'isVerified'>,
): Query[] {
  return [
    recordAudit(ctx, {
      action: 'comment.signed_anew',
      subjectKind: 'comment',
      subjectId: publicId,
      data: { isVerified },
    }),
    ctx.db.run(sql`
      UPDATE stamped_scans SET state = 'earlier' WHERE comment_id = ${id} AND state IN ('submitted', 'confirmed')
        AND (SELECT participant_name FROM comments WHERE id = ${id}) <> ${name}`),
    ctx.db.run(sql`
      UPDATE comments SET participant_name = ${name}, is_verified = ${isVerified ? 1 : 0} WHERE id = ${id}`),
  ]
}
