import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { isHiddenText } from './list-scans'

/** A scan of an accepted comment, for staff; that it was opened is recorded before its first byte goes out. */
export async function openScan(ctx: ServiceContext, id: number) {
  assertRole(ctx, 'staff')
  const [row] = await ctx.db.all<OpenedRow>(sql`
    SELECT a.file_name, a.media_type, a.storage_key, c.public_id, s.revision
    FROM stamped_scans s JOIN attachments a ON a.id = s.attachment_id JOIN comments c ON c.id = s.comment_id
    JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    WHERE s.id = ${id} AND NOT ${isHiddenText}`)
  const file = row && ctx.files ? await ctx.files.get(row.storage_key) : null
  if (!row || !file) throw new AppError('not_found')
  await recordAudit(ctx, {
    action: 'stamped_scan.opened',
    subjectKind: 'comment',
    subjectId: row.public_id,
    data: { revision: row.revision },
  })
  return { name: row.file_name, mediaType: row.media_type, body: file.body }
}

interface OpenedRow {
  file_name: string
  media_type: string
  storage_key: string
  public_id: string
  revision: number
}
