import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { AppError } from '../../errors'
import { isPublic } from '../comments/is-public'
import { currentText } from '../plan/clause-text'
import { measureIdOf } from '../plan/current'
import { wordingText } from './wording-columns'

/** What a public comment of a measure suggests, for somebody to start from; `not_found` where it suggests nothing or its clause is gone. */
export async function startFromWording(
  ctx: ServiceContext,
  measureKey: string,
  publicId: string,
): Promise<{ clause: string; wording: string }> {
  const [found] = await ctx.db.all<{ clause: string; wording: string | null; now: string }>(sql`
    SELECT cl.key AS clause, ${sql.raw(wordingText)} AS wording, ${currentText} AS now
    FROM comments c JOIN clauses cl ON cl.id = c.clause_id
    WHERE c.public_id = ${publicId} AND c.measure_id = ${measureIdOf(ctx, measureKey)} AND ${isPublic}`)
  if (!found?.wording || !found.now) throw new AppError('not_found')
  return { clause: found.clause, wording: found.wording }
}
