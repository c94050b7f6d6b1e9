import { sql } from 'drizzle-orm'
import { newId, type ServiceContext } from '../../context'
import { type FileView, fileLimits, fileTypes } from '../../contract/files'
import { toHex } from '../../contract/merkle'
import { attachments, strayFiles } from '../../db/schema'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { assertOpen } from '../consultations/rules'
import { currentConsultation } from '../plan/current'
import { checkFile } from './check-file'

/**
 * Keeps what somebody means to attach, until it is sent with a comment. That it lies in the bucket is noted before it is put
 * there, so that whatever breaks off leaves nothing that no row tells of.
 */
export async function keepFile(
  ctx: ServiceContext,
  upload: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<FileView> {
  const { db, files, now, actor } = ctx
  if (!files) throw new AppError('files_unavailable')
  await assertTakesFiles(ctx)
  const name = cleanName(upload.name)
  const checked = await checkFile(name, upload.bytes)
  if ('refused' in checked) throw invalidField('file', checked.refused)
  const id = newId(ctx)
  const storageKey = `attachments/${id}`
  const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', upload.bytes)))
  const size = upload.bytes.length
  await db.insert(strayFiles).values({ storageKey, leftAt: now })
  await files.put(storageKey, upload.bytes)
  await db.batch([
    recordAudit(ctx, {
      action: 'attachment.uploaded',
      subjectKind: 'attachment',
      subjectId: id,
      data: { type: checked.type, size },
    }),
    db.insert(attachments).values({
      id,
      purpose: 'evidence',
      fileName: name,
      mediaType: fileTypes[checked.type],
      size,
      sha256,
      storageKey,
      uploadedAt: now,
      uploadedBy: actor.kind === 'user' ? actor.id : null,
    }),
    db.run(sql`DELETE FROM stray_files WHERE storage_key = ${storageKey}`),
  ])
  return { id, name, type: checked.type, size, sha256, uploadedAt: now.toISOString() }
}

async function assertTakesFiles(ctx: ServiceContext): Promise<void> {
  const [period] = await ctx.db.all<{ opens_at: number; closes_at: number }>(sql`
    SELECT opens_at, closes_at FROM consultations WHERE id = ${currentConsultation(ctx)}`)
  if (!period) throw new AppError('not_found')
  assertOpen({ opensAt: new Date(period.opens_at), closesAt: new Date(period.closes_at) }, ctx.now)
}

/** Without folders and what cannot be seen, and no longer than it may be; its extension stays. */
function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const characters = [...last.replace(/\p{C}+/gu, '').trim()]
  if (characters.length <= fileLimits.name) return characters.join('')
  const extension = /\.[^.]{1,5}$/u.exec(characters.join(''))?.[0] ?? ''
  return characters.slice(0, fileLimits.name - extension.length).join('') + extension
}
