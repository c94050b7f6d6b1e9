import { type SQL, sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import { type FileType, type FileView, fileLimits, fileTypes } from '../../contract/files'
import { toHex } from '../../contract/merkle'
import type { Query } from '../../db/client'
import { attachments, strayFiles } from '../../db/schema'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { checkFile } from './check-file'

export interface Upload {
  name: string
  bytes: Uint8Array<ArrayBuffer>
}

export interface CheckedUpload extends Upload {
  type: FileType
}

interface Placing {
  purpose: (typeof attachments.$inferInsert)['purpose']
  /** What it hangs on from the beginning, as a subquery; nothing where it is sent later. */
  commentId?: SQL
  /** The response that it is the stamped paper of. */
  submissionId?: SQL
  /** What lies in the bucket under its id in place of its bytes. */
  stored?: (id: string) => Promise<Uint8Array>
  /** The statements that stand or fall with it, before and after its row. */
  before?: (id: string) => Query[]
  after?: (id: string) => Query[]
}

/** An upload under a clean name, found to be what its name says, of these types; throws what speaks against it. */
export async function checkUpload(
  ctx: ServiceContext,
  upload: Upload,
  types?: readonly FileType[],
): Promise<CheckedUpload> {
  if (!ctx.files) throw new AppError('files_unavailable')
  const name = cleanName(upload.name)
  const checked = await checkFile(name, upload.bytes)
  const isOfOther =
    'refused' in checked ? checked.refused === 'attachment_type_unknown' : !types?.includes(checked.type)
  if (types && isOfOther) throw invalidField('file', 'scan_type')
  if ('refused' in checked) throw invalidField('file', checked.refused)
  return { name, bytes: upload.bytes, type: checked.type }
}

/**
 * Puts a file into the bucket and writes its row. That it lies in the bucket is noted before it is put there, so that whatever
 * breaks off leaves nothing that no row tells of.
 */
export async function putFile(
  ctx: ServiceContext,
  { name, bytes, type }: CheckedUpload,
  { purpose, commentId, submissionId, stored, before, after }: Placing,
): Promise<FileView> {
  const { db, files, now, actor } = ctx
  if (!files) throw new AppError('files_unavailable')
  const id = newId(ctx)
  const storageKey = `attachments/${id}`
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  const size = bytes.length
  await db.insert(strayFiles).values({ storageKey, leftAt: now })
  await files.put(storageKey, stored ? await stored(id) : bytes)
  await db.batch([
    recordAudit(ctx, {
      action: 'attachment.uploaded',
      subjectKind: 'attachment',
      subjectId: id,
      data: { type, size, ...(purpose !== 'evidence' && { purpose }) },
    }),
    ...(before?.(id) ?? []),
    db.insert(attachments).values({
      id,
      ...(commentId && { commentId }),
      ...(submissionId && { submissionId }),
      purpose,
      fileName: name,
      mediaType: fileTypes[type],
      size,
      sha256,
      storageKey,
      uploadedAt: now,
      uploadedBy: actor.kind === 'user' ? actor.id : null,
    }),
    ...(after?.(id) ?? []),
    db.run(sql`DELETE FROM stray_files WHERE storage_key = ${storageKey}`),
  ] as [Query, ...Query[]])
  return { id, name, type, size, sha256, uploadedAt: now.toISOString() }
}

/** Without folders and what cannot be seen, and no longer than it may be; its extension stays. */
function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const characters = [...last.replace(/\p{C}+/gu, '').trim()]
  if (characters.length <= fileLimits.name) return characters.join('')
  const extension = /\.[^.]{1,5}$/u.exec(characters.join(''))?.[0] ?? ''
  return characters.slice(0, fileLimits.name - extension.length).join('') + extension
}
