import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FileType } from '../../contract/files'
import type { ReceiptCredentials } from '../../contract/receipts'
import type { StampedUpload } from '../../contract/stamped-scans'
import { isRefusedByTrigger, isUniqueViolation } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { clearStrays } from '../files/clear-strays'
import { checkUpload, putFile, type Upload } from '../files/put-file'
import { getReceipt } from '../receipts/get-receipt'
import { getForm } from './get-form'

const scanTypes: readonly FileType[] = ['pdf', 'jpg', 'png']

/**
 * Takes in the stamped paper of a comment's text as it stands, for staff to confirm; one that waits is replaced. It proves what was
 * sent and says nothing new, so that it may come after the closing, until the result is published.
 */
export async function uploadScan(
  ctx: ServiceContext,
  credentials: ReceiptCredentials,
  { code, file }: StampedUpload & { file: Upload },
): Promise<void> {
  const { stamped } = await getReceipt(ctx, credentials)
  if (!stamped.mayUpload) throw new AppError('stamp_refused')
  const form = await getForm(ctx, credentials)
  if (code.publicId !== form.publicId) throw invalidField('code', 'form_code_other')
  if (code.revision !== form.revision)
    throw invalidField('code', code.revision < form.revision ? 'form_code_earlier' : 'form_code_malformed')
  const checked = await checkUpload(ctx, file)
  if (!scanTypes.includes(checked.type)) throw invalidField('file', 'scan_type')
  const { db } = ctx
  const commentId = sql`(SELECT id FROM comments WHERE public_id = ${form.publicId})`
  const waiting = sql`id IN (SELECT attachment_id FROM stamped_scans WHERE comment_id = ${commentId} AND state = 'submitted')`
  const replaced = await db.all<{ storage_key: string }>(
    sql`SELECT storage_key FROM attachments WHERE ${waiting}`,
  )
  try {
    await putFile(ctx, checked, {
      purpose: 'stamped',
      commentId,
      before: () => [db.run(sql`DELETE FROM attachments WHERE ${waiting}`)],
      after: (id) => [
        db.run(sql`
          INSERT INTO stamped_scans (attachment_id, comment_id, revision, text_sha256, state)
          VALUES (${id}, ${commentId}, ${form.revision}, ${form.sha256}, 'submitted')`),
        recordAudit(ctx, {
          action: 'stamped_scan.uploaded',
          subjectKind: 'comment',
          subjectId: form.publicId,
          data: { revision: form.revision },
        }),
      ],
    })
  } catch (error) {
    if (isRefusedByTrigger(error, 'a scan is of the text that stands'))
      throw invalidField('code', 'form_code_earlier')
    throw isUniqueViolation(error, 'stamped_scans.comment_id') ? new AppError('stamp_refused') : error
  }
  await clearStrays(
    ctx,
    replaced.map(({ storage_key }) => storage_key),
  )
}
