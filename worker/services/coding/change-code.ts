import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { type CodebookView, type CodeChange, codeFields } from '../../contract/codebook'
import { AppError } from '../../errors'
import { changeDraft, getDraftOrThrow } from './draft'

/** Gives a code of the draft other words; its key stays, and so does what was tagged with it. */
export async function changeCode(
  ctx: ServiceContext,
  codeId: number,
  { edit, ...code }: CodeChange,
): Promise<CodebookView> {
  assertRole(ctx, 'staff')
  const draft = await getDraftOrThrow(ctx, edit)
  const before = draft.codes.find(({ id }) => id === codeId)
  if (!before) throw new AppError('not_found')
  const fields = codeFields.filter((field) => code[field] !== before[field])
  return changeDraft(ctx, draft, {
    action: 'codebook.code_changed',
    data: { key: before.key, fields },
    write: (isMine) => [
      ctx.db.run(sql`
        UPDATE codebook_entries SET theme = ${code.theme}, name = ${code.name}, definition = ${code.definition},
          example = ${code.example}, included = ${code.included}, excluded = ${code.excluded}
        WHERE codebook_id = ${draft.id} AND code_id = ${codeId} AND ${isMine}`),
    ],
  })
}
