import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookView, PublishCodebook } from '../../contract/codebook'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getDraftOrThrow } from './draft'
import { getCodebook } from './get-codebook'

/** Makes the draft the codebook by which tags are given from now on; it is not edited any more. */
export async function publishCodebook(
  ctx: ServiceContext,
  { edit, note }: PublishCodebook,
): Promise<CodebookView> {
  const { id } = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const draft = await getDraftOrThrow(ctx, edit)
  if (draft.codes.length === 0) throw new AppError('codebook_empty')
  const [published] = await db.batch([
    db.run(sql`
      UPDATE codebooks SET published_by = ${id}, published_at = ${now.getTime()}, note = ${note}
      WHERE id = ${draft.id} AND edit = ${edit} AND published_at IS NULL`),
    recordAudit(
      ctx,
      {
        action: 'codebook.published',
        subjectKind: 'codebook',
        subjectId: String(draft.version),
        data: { codes: draft.codes.length },
      },
      sql`changes() > 0`,
    ),
  ])
  if (published.rowsAffected === 0) throw new AppError('codebook_draft_changed')
  return getCodebook(ctx, draft.version)
}
