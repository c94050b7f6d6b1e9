import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Role } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'

/** What was attached to a comment, for whoever handles it; that it was opened is recorded before its first byte goes out. */
export async function openFile(ctx: ServiceContext, id: string, ...roles: Role[]) {
  assertRole(ctx, ...roles)
  const [row] = await ctx.db.all<OpenedRow>(sql`
    SELECT a.file_name, a.media_type, a.storage_key, c.public_id
    FROM attachments a JOIN comments c ON c.id = a.comment_id WHERE a.id = ${id} AND a.purpose = 'evidence'`)
  const file = row && ctx.files ? await ctx.files.get(row.storage_key) : null
  if (!row || !file) throw new AppError('not_found')
  await recordAudit(ctx, {
    action: 'attachment.opened',
    subjectKind: 'attachment',
    subjectId: id,
    data: { comment: row.public_id },
  })
  return { name: row.file_name, mediaType: row.media_type, body: file.body }
}

interface OpenedRow {
  file_name: string
  media_type: string
  storage_key: string
  public_id: string
}
