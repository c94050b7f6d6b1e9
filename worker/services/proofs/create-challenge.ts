import { type Challenge, createChallenge as create } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { isUnreachable } from '../../db/client'
import { currentConsultation } from '../plan/current'
import { challengeCost, flood, priceAfter, proofLifetimeMs } from './rules'
import { sign } from './sign'

const day = 86_400_000

/**
 * A signed ALTCHA proof-of-work challenge (PBKDF2/SHA-256), valid for an hour and for one comment. On the closing day it
 * takes more work for a source that asks for very many; nobody else pays for that.
 */
export async function createChallenge(
  ctx: ServiceContext,
  source: string,
): Promise<{ challenge: Challenge }> {
  const [high = 0, low = 0] = ctx.random(2)
  const price = priceAfter(await countOnClosingDay(ctx, source).catch(uncounted))
  return {
    challenge: await create({
      algorithm: 'PBKDF2/SHA-256',
      cost: challengeCost.cost,
      counter: ((high << 8) | low) % (challengeCost.maxCounter * price),
      expiresAt: new Date(ctx.now.getTime() + proofLifetimeMs),
      deriveKey,
      hmacSignatureSecret: ctx.keyFor('challenge'),
    }),
  }
}

/** How many this source has asked for in the present span, this one included; on every day but the last nobody counts. */
async function countOnClosingDay(ctx: ServiceContext, source: string): Promise<number> {
  const { db } = ctx
  const now = ctx.now.getTime()
  const [last] = await db.all(sql`
    SELECT 1 FROM consultations WHERE id = ${currentConsultation(ctx)} AND ${now} >= closes_at - ${day} AND ${now} < closes_at`)
  if (!last) return 0
  const span = Math.floor(now / flood.spanMs)
  const [[row]] = await db.batch([
    db.all<{ count: number }>(sql`
      INSERT INTO challenge_counts (source, span, count)
      VALUES (${await sign(ctx.keyFor('source'), source)}, ${span}, 1)
      ON CONFLICT DO UPDATE SET count = count + 1 RETURNING count`),
    db.run(sql`DELETE FROM challenge_counts WHERE span < ${span - 1}`),
  ])
  return row?.count ?? 0
}

/** While the database is away nothing gets dearer. */
function uncounted(error: unknown): number {
  if (isUnreachable(error)) return 0
  throw error
}
