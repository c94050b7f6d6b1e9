import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookView, Retire } from '../../contract/codebook'
import { AppError } from '../../errors'
import { changeDraft, getDraftOrThrow } from './draft'

/** Leaves a code out of the draft; what was tagged with it keeps the words of its own version. */
export async function retireCode(
  ctx: ServiceContext,
  codeId: number,
  { edit }: Retire,
): Promise<CodebookView> {
  assertRole(ctx, 'staff')
  const draft = await getDraftOrThrow(ctx, edit)
  const code = draft.codes.find(({ id }) => id === codeId)
  if (!code) throw new AppError('not_found')
  return changeDraft(ctx, draft, {
    action: 'codebook.code_retired',
    data: { key: code.key },
    write: (isMine) => [
      ctx.db.run(sql`
        DELETE FROM codebook_entries WHERE codebook_id = ${draft.id} AND code_id = ${codeId} AND ${isMine}`),
    ],
  })
}
