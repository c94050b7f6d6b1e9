import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookList, DiscardDraft } from '../../contract/codebook'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getDraftOrThrow } from './draft'
import { listCodebooks } from './list-codebooks'

/** Throws the draft away as it was read; the version that tags are given by stays, and its number is given anew. */
export async function discardDraft(ctx: ServiceContext, { edit }: DiscardDraft): Promise<CodebookList> {
  assertRole(ctx, 'staff')
  const { db } = ctx
  const draft = await getDraftOrThrow(ctx, edit)
  const isMine = sql`id = ${draft.id} AND edit = ${edit} AND published_at IS NULL`
  const [, discarded] = await db.batch([
    db.run(sql`
      DELETE FROM codebook_entries WHERE codebook_id = (SELECT id FROM codebooks WHERE ${isMine})`),
    db.run(sql`DELETE FROM codebooks WHERE ${isMine}`),
    recordAudit(
      ctx,
      {
        action: 'codebook.draft_discarded',
        subjectKind: 'codebook',
        subjectId: String(draft.version),
        data: { codes: draft.codes.map(({ key }) => key) },
      },
      sql`changes() > 0`,
    ),
  ])
  if (discarded.rowsAffected === 0) throw new AppError('codebook_draft_changed')
  return listCodebooks(ctx)
}
