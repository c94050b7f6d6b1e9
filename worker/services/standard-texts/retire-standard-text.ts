import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StandardTextView, StandardUse } from '../../contract/standard-texts'
import { recordAudit } from '../audit/record'
import { getStandardText } from './get-standard-text'

/** Takes it out of use, or brings it back; what was written with it stays. */
export async function retireStandardText(
  ctx: ServiceContext,
  id: number,
  { isActive }: StandardUse,
): Promise<StandardTextView> {
  assertRole(ctx, 'staff')
  const flag = isActive ? 1 : 0
  await ctx.db.batch([
    recordAudit(
      ctx,
      {
        action: isActive ? 'standard_text.restored' : 'standard_text.retired',
        subjectKind: 'standard_text',
        subjectId: String(id),
      },
      sql`EXISTS (SELECT 1 FROM standard_texts WHERE id = ${id} AND is_active <> ${flag})`,
    ),
    ctx.db.run(sql`UPDATE standard_texts SET is_active = ${flag} WHERE id = ${id} AND is_active <> ${flag}`),
  ])
  return getStandardText(ctx, id)
}
