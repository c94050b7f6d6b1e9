import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FileType } from '../../contract/files'
import type { ReceiptCredentials } from '../../contract/receipts'
import type { StampedUpload } from '../../contract/stamped-scans'
import { isRefusedByTrigger, isUniqueViolation } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { type AuditEntry, recordAudit } from '../audit/record'
import { clearStrays } from '../files/clear-strays'
import { checkUpload, putFile, type Upload } from '../files/put-file'
import { getReceipt } from '../receipts/get-receipt'
import { getVersion } from '../submissions/get-version'
import { getResponseMembership, submissionOf } from '../submissions/read-submission'
import { getForm } from './get-form'

const scanTypes: readonly FileType[] = ['pdf', 'jpg', 'png']

type Uploaded = StampedUpload & { file: Upload }

/** Takes in the stamped paper of a comment's text as it stands. */
export async function uploadScan(
  ctx: ServiceContext,
  credentials: ReceiptCredentials,
  uploaded: Uploaded,
): Promise<void> {
  const { stamped } = await getReceipt(ctx, credentials)
  if (!stamped.mayUpload) throw new AppError('stamp_refused')
  const form = await getForm(ctx, credentials)
  const commentId = sql`(SELECT id FROM comments WHERE public_id = ${form.publicId})`
  const subject = { subjectKind: 'comment', subjectId: form.publicId } as const
  await takeIn(ctx, { ...form, column: 'comment_id', owner: commentId, subject }, uploaded)
}

/** The same of the version of a response that counts, for those of its organisation who may send. */
export async function uploadResponseScan(
  ctx: ServiceContext,
  number: number,
  uploaded: Uploaded,
): Promise<void> {
  const { stamped, publicId, sha256 } = await getVersion(ctx, number)
  if (!stamped.mayUpload) throw new AppError('stamp_refused')
  const owner = submissionOf(ctx, await getResponseMembership(ctx))
  const subject = { subjectKind: 'submission', subjectId: owner } as const
  await takeIn(ctx, { publicId, revision: number, sha256, column: 'submission_id', owner, subject }, uploaded)
}

interface Form {
  publicId: string
  revision: number
  sha256: string
  /** What the scan is of, as a column of `stamped_scans` and its value. */
  column: 'comment_id' | 'submission_id'
  owner: SQL
  subject: Pick<AuditEntry, 'subjectKind' | 'subjectId'>
}

/**
 * Keeps a scan for staff to confirm; one that waits is replaced. It proves what was sent and says nothing new, so that it may come
 * after the closing, until the result is published.
 */
async function takeIn(ctx: ServiceContext, form: Form, { code, file }: Uploaded): Promise<void> {
  if (code.publicId !== form.publicId) throw invalidField('code', 'form_code_other')
  if (code.revision !== form.revision)
    throw invalidField('code', code.revision < form.revision ? 'form_code_earlier' : 'form_code_malformed')
  const checked = await checkUpload(ctx, file)
  if (!scanTypes.includes(checked.type)) throw invalidField('file', 'scan_type')
  const { db } = ctx
  const column = sql.raw(form.column)
  const waiting = sql`id IN (SELECT attachment_id FROM stamped_scans WHERE ${column} = ${form.owner} AND state = 'submitted')`
  const replaced = await db.all<{ storage_key: string }>(
    sql`SELECT storage_key FROM attachments WHERE ${waiting}`,
  )
  try {
    await putFile(ctx, checked, {
      purpose: 'stamped',
      ...(form.column === 'comment_id' ? { commentId: form.owner } : { submissionId: form.owner }),
      before: () => [db.run(sql`DELETE FROM attachments WHERE ${waiting}`)],
      after: (id) => [
        db.run(sql`
          INSERT INTO stamped_scans (attachment_id, ${column}, revision, text_sha256, state)
          VALUES (${id}, ${form.owner}, ${form.revision}, ${form.sha256}, 'submitted')`),
        recordAudit(ctx, {
          action: 'stamped_scan.uploaded',
          ...form.subject,
          data: { revision: form.revision },
        }),
      ],
    })
  } catch (error) {
    if (isRefusedByTrigger(error, 'a scan is of the text that stands'))
      throw invalidField('code', 'form_code_earlier')
    throw isUniqueViolation(error, `stamped_scans.${form.column}`) ? new AppError('stamp_refused') : error
  }
  await clearStrays(
    ctx,
    replaced.map(({ storage_key }) => storage_key),
  )
}
