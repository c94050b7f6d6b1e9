import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookView, Order } from '../../contract/codebook'
import { invalidField } from '../../errors'
import { changeDraft, getDraftOrThrow } from './draft'

/** Puts the codes of the draft into another order. */
export async function orderCodes(ctx: ServiceContext, { edit, codes }: Order): Promise<CodebookView> {
  assertRole(ctx, 'staff')
  const draft = await getDraftOrThrow(ctx, edit)
  const known = new Set(draft.codes.map(({ id }) => id))
  const isComplete = codes.length === known.size && new Set(codes).size === codes.length
  if (!isComplete || codes.some((id) => !known.has(id))) throw invalidField('codes', 'code_unknown')
  return changeDraft(ctx, draft, {
    action: 'codebook.codes_ordered',
    data: { codes },
    write: (isMine) => [
      ctx.db.run(sql`
        UPDATE codebook_entries
        SET position = (SELECT p.key + 1 FROM json_each(${JSON.stringify(codes)}) p WHERE p.value = code_id)
        WHERE codebook_id = ${draft.id} AND ${isMine}`),
    ],
  })
}
