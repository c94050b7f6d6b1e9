import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { CountSuggestions, SuggestionCount } from '../../contract/suggestions'
import { suggestionsOfCluster } from './suggestions-of-cluster'

/** How many of a cluster are proposed for a code, and a few of them, before anything is settled. */
export async function countSuggestions(
  ctx: ServiceContext,
  part: CountSuggestions,
): Promise<SuggestionCount> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const open = suggestionsOfCluster(ctx, part, me.id)
  const [[all], sample] = await db.batch([
    db.all<{ count: number; up_to: number | null }>(
      sql`SELECT count(*) AS count, max(g.id) AS up_to FROM ${open}`,
    ),
    db.all<{ public_id: string; body: string; phrase: string }>(sql`
      SELECT c.public_id, c.body, g.phrase FROM ${open} ORDER BY g.id LIMIT ${limits.batchSample}`),
  ])
  return {
    count: all?.count ?? 0,
    upTo: all?.up_to ?? 0,
    sample: sample.map(({ public_id, body, phrase }) => ({ publicId: public_id, body, phrase })),
  }
}
