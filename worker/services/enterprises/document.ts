import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, assertRole, type ServiceContext } from '../../context'
import type { FileType, FileView } from '../../contract/files'
import type { Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { parseFiles } from '../files/file-row'
import { noteUpload } from '../files/note-upload'
import { checkUpload, putFile, type Upload } from '../files/put-file'
import { uploadLifetime } from '../files/uploads'

const types: readonly FileType[] = ['pdf', 'jpg', 'png']

/** Keeps a document that is to prove an organisation, until it is handed in; its uploader alone can do that, within a day. */
export async function keepDocument(ctx: ServiceContext, upload: Upload, source: string): Promise<FileView> {
  assertParticipant(ctx)
  const checked = await checkUpload(ctx, upload, types)
  await noteUpload(ctx, source, checked.bytes.length)
  return putFile(ctx, checked, { purpose: 'verification' })
}

/** Throws where it is not there any more, or is not the actor's to hand in. */
export async function assertKept(ctx: ServiceContext, id: string | undefined): Promise<void> {
  if (id === undefined) return
  const [row] = await ctx.db.all(sql`SELECT 1 FROM attachments WHERE ${isKept(ctx, id)}`)
  if (!row) throw invalidField('file', 'attachment_gone')
}

/** For a batch: hands it in, if `when` holds. */
export function handIn(
  ctx: ServiceContext,
  id: string | undefined,
  enterpriseId: string,
  when: SQL,
): Query[] {
  if (id === undefined) return []
  return [
    ctx.db.run(
      sql`UPDATE attachments SET enterprise_id = ${enterpriseId} WHERE ${isKept(ctx, id)} AND ${when}`,
    ),
  ]
}

const isKept = (ctx: ServiceContext, id: string): SQL => {
  const { id: userId } = assertParticipant(ctx)
  return sql`id = ${id} AND purpose = 'verification' AND enterprise_id IS NULL AND uploaded_by = ${userId}
    AND uploaded_at > ${ctx.now.getTime() - uploadLifetime}`
}

/** As a column that {@link parseDocument} reads: the document of this id, while it is kept. */
export const documentColumn = (id: SQL): SQL => sql`(
  SELECT json_array(json_object('id', a.id, 'file_name', a.file_name, 'media_type', a.media_type,
    'size', a.size, 'sha256', a.sha256, 'uploaded_at', a.uploaded_at))
  FROM attachments a WHERE a.id = ${id} AND a.purpose = 'verification' AND a.enterprise_id IS NOT NULL)`

export const parseDocument = (column: string | null): FileView | null =>
  column === null ? null : (parseFiles(column)[0] ?? null)

/** A document for whoever verifies; that it was opened is recorded before its first byte goes out. */
export async function openDocument(ctx: ServiceContext, id: string) {
  assertRole(ctx, 'staff')
  const [row] = await ctx.db.all<{
    file_name: string
    media_type: string
    storage_key: string
    enterprise_id: string
  }>(sql`
    SELECT file_name, media_type, storage_key, enterprise_id FROM attachments
    WHERE id = ${id} AND purpose = 'verification' AND enterprise_id IS NOT NULL`)
  const file = row && ctx.files ? await ctx.files.get(row.storage_key) : null
  if (!row || !file) throw new AppError('not_found')
  await recordAudit(ctx, {
    action: 'attachment.opened',
    subjectKind: 'attachment',
    subjectId: id,
    data: { enterprise: row.enterprise_id },
  })
  return { name: row.file_name, mediaType: row.media_type, body: file.body }
}
