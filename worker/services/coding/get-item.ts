import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodingItem } from '../../contract/coding'
import { AppError } from '../../errors'
import { currentConsultation } from '../plan/current'
import { readItems } from './read-items'

/** An admissible comment with its tags, those taken off again too, and the machine's open suggestions. */
export async function getItem(ctx: ServiceContext, publicId: string): Promise<CodingItem> {
  const me = assertRole(ctx, 'staff')
  const page = sql`
    SELECT c.id FROM comments c JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    WHERE c.public_id = ${publicId} AND c.consultation_id = ${currentConsultation(ctx)}`
  const [found] = await readItems(ctx, me, page, { withRemoved: true })
  if (!found) throw new AppError('not_found')
  return found.item
}
