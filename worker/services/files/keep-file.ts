import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FileView } from '../../contract/files'
import { AppError } from '../../errors'
import { assertOpen } from '../consultations/rules'
import { currentConsultation } from '../plan/current'
import { noteUpload } from './note-upload'
import { checkUpload, putFile, type Upload } from './put-file'

/** Keeps what somebody means to attach, until it is sent with a comment. `source` tells apart where uploads come from. */
export async function keepFile(ctx: ServiceContext, upload: Upload, source?: string): Promise<FileView> {
  if (!ctx.files) throw new AppError('files_unavailable')
  await assertTakesFiles(ctx)
  const checked = await checkUpload(ctx, upload)
  if (source !== undefined) await noteUpload(ctx, source, checked.bytes.length)
  return putFile(ctx, checked, { purpose: 'evidence' })
}

/** Nothing is attached before a consultation opens or once it is closed. */
export async function assertTakesFiles(ctx: ServiceContext): Promise<void> {
  const [period] = await ctx.db.all<{ opens_at: number; closes_at: number }>(sql`
    SELECT opens_at, closes_at FROM consultations WHERE id = ${currentConsultation(ctx)}`)
  if (!period) throw new AppError('not_found')
  assertOpen({ opensAt: new Date(period.opens_at), closesAt: new Date(period.closes_at) }, ctx.now)
}
