import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { isHiddenText, isRead, type SubjectRow, scanSubject, scansWithSubject } from './scan-subject'

/** A scan whose text moderators have read, for staff; that it was opened is recorded before its first byte goes out. */
export async function openScan(ctx: ServiceContext, id: number) {
  assertRole(ctx, 'staff')
  const [row] = await ctx.db.all<OpenedRow>(sql`
    SELECT a.file_name, a.media_type, a.storage_key, s.submission_id, c.public_id, s.revision
    FROM ${scansWithSubject} JOIN attachments a ON a.id = s.attachment_id
    WHERE s.id = ${id} AND ${isRead} AND NOT ${isHiddenText}`)
  const file = row && ctx.files ? await ctx.files.get(row.storage_key) : null
  if (!row || !file) throw new AppError('not_found')
  await recordAudit(ctx, {
    action: 'stamped_scan.opened',
    ...scanSubject(row),
    data: { revision: row.revision },
  })
  return { name: row.file_name, mediaType: row.media_type, body: file.body }
}

interface OpenedRow extends SubjectRow {
  file_name: string
  media_type: string
  storage_key: string
  revision: number
}
