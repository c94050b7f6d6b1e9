import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { FileType } from '../../contract/files'
import type { ReceiptCredentials } from '../../contract/receipts'
import type { StampedUpload } from '../../contract/stamped-scans'
import { isRefusedByTrigger, isUniqueViolation } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { type AuditEntry, recordAudit } from '../audit/record'
import { stillHas } from '../enterprises/membership'
import { clearStrays } from '../files/clear-strays'
import { checkUpload, putFile, type Upload } from '../files/put-file'
import { currentConsultation } from '../plan/current'
import { getReceipt } from '../receipts/get-receipt'
import { getVersion } from '../submissions/get-version'
import { getResponseMembership, submissionOf } from '../submissions/read-submission'
import { getForm } from './get-form'
import { isWholeOnPaper } from './on-paper'
import { hasForm } from './stamp-row'

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
  const isStill = sql`EXISTS (
    SELECT 1 FROM comments c WHERE c.id = ${commentId} AND ${hasForm} AND ${isBeforeResult(sql`c.consultation_id`)})`
  await takeIn(ctx, { ...form, column: 'comment_id', owner: commentId, subject, isStill }, uploaded)
}

/** The same of the version of a response that counts, for those of its organisation who may send. */
export async function uploadResponseScan(
  ctx: ServiceContext,
  number: number,
  uploaded: Uploaded,
): Promise<void> {
  const { stamped, publicId, sha256 } = await getVersion(ctx, number)
  if (!stamped.mayUpload) throw new AppError('stamp_refused')
  const membership = await getResponseMembership(ctx)
  const owner = submissionOf(ctx, membership)
  const subject = { subjectKind: 'submission', subjectId: owner } as const
  const isStill = sql`(
    ${stillHas(membership)} AND ${isBeforeResult(currentConsultation(ctx))} AND ${isWholeOnPaper(owner)})`
  const form = {
    publicId,
    revision: number,
    sha256,
    column: 'submission_id',
    owner,
    subject,
    isStill,
  } as const
  await takeIn(ctx, form, uploaded)
}

const isBeforeResult = (consultationId: SQL): SQL => sql`EXISTS (
  SELECT 1 FROM consultations n WHERE n.id = ${consultationId} AND n.result_at IS NULL)`

interface Form {
  publicId: string
  revision: number
  sha256: string
  /** What the scan is of, as a column of `stamped_scans` and its value. */
  column: 'comment_id' | 'submission_id'
  owner: SQL
  subject: Pick<AuditEntry, 'subjectKind' | 'subjectId'>
  /** As long as a scan of it may come; while its bytes are put into the bucket that can change. */
  isStill: SQL
}

/**
 * Keeps a scan for staff to confirm; one that waits is replaced. It proves what was sent and says nothing new, so that it may come
 * after the closing, until the result is published.
 */
async function takeIn(ctx: ServiceContext, form: Form, { code, file }: Uploaded): Promise<void> {
  if (code.publicId !== form.publicId) throw invalidField('code', 'form_code_other')
  if (code.revision !== form.revision)
    throw invalidField('code', code.revision < form.revision ? 'form_code_earlier' : 'form_code_malformed')
  const checked = await checkUpload(ctx, file, scanTypes)
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
          VALUES (${id}, ${form.owner}, ${form.revision}, iif(${form.isStill}, ${form.sha256}, NULL), 'submitted')`),
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
    const isTaken = isUniqueViolation(error, `stamped_scans.${form.column}`)
    const isOver = isRefusedByTrigger(error, 'NOT NULL constraint failed: stamped_scans.text_sha256')
    throw isTaken || isOver ? new AppError('stamp_refused') : error
  }
  await clearStrays(
    ctx,
    replaced.map(({ storage_key }) => storage_key),
  )
}
