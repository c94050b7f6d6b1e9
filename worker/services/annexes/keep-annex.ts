import type { ServiceContext } from '../../context'
import type { FileView } from '../../contract/files'
import { annexes } from '../../db/schema'
import { AppError } from '../../errors'
import { assertTakesFiles } from '../files/keep-file'
import { noteUpload } from '../files/note-upload'
import { checkUpload, putFile, type Upload } from '../files/put-file'
import { encryptFile } from './cipher'

/** Keeps a confidential annex until it is sent with a comment; its plain bytes reach neither the bucket nor the database. */
export async function keepAnnex(ctx: ServiceContext, upload: Upload, source: string): Promise<FileView> {
  if (!ctx.files) throw new AppError('files_unavailable')
  await assertTakesFiles(ctx)
  const checked = await checkUpload(ctx, upload)
  await noteUpload(ctx, source, checked.bytes.length)
  let wrappedKey = ''
  return putFile(ctx, checked, {
    purpose: 'annex',
    async stored(id) {
      const encrypted = await encryptFile(ctx, id, checked.bytes)
      wrappedKey = encrypted.wrappedKey
      return encrypted.stored
    },
    after: (id) => [ctx.db.insert(annexes).values({ attachmentId: id, wrappedKey })],
  })
}
