import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext, type UserActor } from '../../../context'
import { limits } from '../../../contract/limits'
import type { BatchInput } from '../../../contract/moderation'
import { AppError } from '../../../errors'
import { stageDecision } from '../stage-decision'
import { decidedAtOnce } from './select-reviews'
import { dropUnfinishedBatches, never } from './unfinished'

interface Work {
  reviewId: number
  publicId: string
  revision: number
}

/** What came of a batch; each refusal is the one that the decision alone would have met. */
interface StagedBatch {
  batchId: string
  staged: { publicId: string; stagedId: string }[]
  refused: { publicId: string; error: AppError }[]
  effectiveAt: Date
}

/**
 * Stages one decision on what was counted, each in a transaction of its own. None takes effect before all are staged and the
 * grace has gone by from then; what an interrupted batch leaves never does.
 */
export async function stageBatch(ctx: ServiceContext, input: BatchInput): Promise<StagedBatch> {
  const me = assertRole(ctx, 'moderator')
  const { db } = ctx
  const [, clock, counted] = await db.batch([
    dropUnfinishedBatches(ctx),
    readClock(ctx),
    listCounted(ctx, me, input),
  ])
  const work = input.selection.of === 'chosen' ? input.selection.reviews : counted
  const batchId = newId(ctx)
  const staged: StagedBatch['staged'] = []
  const refused: StagedBatch['refused'] = []
  try {
    for (const { publicId, reviewId, revision } of work) {
      const result = await stageOne(ctx, input, { publicId, reviewId, revision }, batchId)
      if (result instanceof AppError) refused.push({ publicId, error: result })
      else staged.push({ publicId, stagedId: result })
    }
  } catch (error) {
    await db.run(sql`DELETE FROM staged_decisions WHERE batch_id = ${batchId}`)
    throw error
  }
  const effectiveAt = await complete(ctx, batchId, clock[0]?.seconds ?? 0)
  ctx.stir()
  return { batchId, staged, refused, effectiveAt }
}

async function stageOne(
  ctx: ServiceContext,
  { decision, reason, note, internalNote }: BatchInput,
  work: Work,
  batchId: string,
): Promise<string | AppError> {
  try {
    const input = { ...work, decision, reason, note, internalNote }
    const view = await stageDecision(ctx, input, { batchId, effectiveAt: never })
    return view.outcome === 'staged' ? view.stagedId : forItself
  } catch (error) {
    if (error instanceof AppError && error.code !== 'invalid_input') return error
    throw error
  }
}

const forItself = new AppError('act_not_allowed', {
  detail: {
    zh: '前一位审核员的意见不同。您的意见已经记下，请逐条作出最后决定。',
    en: 'The first moderator decided otherwise. Your opinion was noted; please decide this one by itself.',
  },
})

function listCounted(ctx: ServiceContext, me: UserActor, { selection, upTo }: BatchInput) {
  return ctx.db.all<Work>(sql`
    SELECT r.id AS reviewId, c.public_id AS publicId, r.revision ${decidedAtOnce(ctx, me, selection, upTo)}`)
}

/** The request's own time stands still; the server's clock says how long the staging took. */
function readClock({ db }: ServiceContext) {
  return db.all<{ seconds: number }>(sql`SELECT unixepoch('subsec') AS seconds`)
}

/** From here the grace of the whole batch runs. */
async function complete({ db, now }: ServiceContext, batchId: string, begunAt: number): Promise<Date> {
  const grace = now.getTime() + limits.graceSeconds * 1000
  const [row] = await db.all<{ effective_at: number }>(sql`
    UPDATE staged_decisions
    SET effective_at = ${grace} + CAST((unixepoch('subsec') - ${begunAt}) * 1000 AS INTEGER)
    WHERE batch_id = ${batchId} RETURNING effective_at`)
  return new Date(row?.effective_at ?? grace)
}
