import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext, type UserActor } from '../../../context'
import { limits } from '../../../contract/limits'
import type { BatchInput } from '../../../contract/moderation/batches'
import type { DecisionInput } from '../../../contract/moderation/decisions'
import { AppError } from '../../../errors'
import { stageDecision } from '../stage-decision'
import { readSubject, type Subject } from '../subject'
import { decidedAtOnce, isForMany } from './select-reviews'
import { dropUnfinishedBatches, never } from './unfinished'

/** Writes wait for one another in the database, the rest of the work does not. */
const atOnce = 8

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
  const [, [clock], counted, single] = await db.batch([
    dropUnfinishedBatches(ctx),
    readClock(ctx),
    listCounted(ctx, me, input),
    listSingle(ctx, input),
  ])
  const work = input.selection.of === 'chosen' ? input.selection.reviews : counted
  const forThemselves = new Set(single.map(({ id }) => id))
  const batch: StagedBatch = { batchId: newId(ctx), staged: [], refused: [], effectiveAt: ctx.now }
  try {
    for (let done = 0; done < work.length; done += atOnce) {
      const decided = work.slice(done, done + atOnce).map((each) => decisionOn(each, input))
      const subjects = await readSubjects(ctx, me, decided)
      const part = decided.map(async (each, i) => {
        const result = forThemselves.has(each.reviewId)
          ? notForMany
          : await stageOne(ctx, each, { batchId: batch.batchId, subject: subjects[i]?.[0] })
        return { publicId: each.publicId, result }
      })
      for (const { publicId, result } of await allOf(part)) {
        if (result instanceof AppError) batch.refused.push({ publicId, error: result })
        else batch.staged.push({ publicId, stagedId: result })
      }
    }
  } catch (error) {
    await db.run(sql`DELETE FROM staged_decisions WHERE batch_id = ${batch.batchId}`)
    throw error
  }
  batch.effectiveAt = await complete(ctx, batch.batchId, clock?.seconds ?? 0)
  ctx.stir()
  return batch
}

/** Waits for all, so that nothing goes on behind the back of whoever clears up. */
async function allOf<Result>(promises: Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(promises)
  return Promise.all(promises)
}

function decisionOn(
  { publicId, reviewId, revision }: Work,
  { decision, reason, note, internalNote }: BatchInput,
) {
  return { publicId, reviewId, revision, decision, reason, note, internalNote }
}

/** In one request, each as its decision alone would find it. */
function readSubjects(ctx: ServiceContext, me: UserActor, [first, ...rest]: DecisionInput[]) {
  if (!first) return []
  return ctx.db.batch([readSubject(ctx, me, first), ...rest.map((input) => readSubject(ctx, me, input))])
}

async function stageOne(
  ctx: ServiceContext,
  input: DecisionInput,
  { batchId, subject }: { batchId: string; subject: Subject | undefined },
): Promise<string | AppError> {
  try {
    if (!subject) throw new AppError('not_found')
    const view = await stageDecision(ctx, input, { batchId, effectiveAt: never, subject })
    return view.outcome === 'staged' ? view.stagedId : differs
  } catch (error) {
    if (error instanceof AppError && error.code !== 'invalid_input') return error
    throw error
  }
}

const notForMany = new AppError('act_not_allowed', {
  detail: {
    zh: '申诉和抽查要逐条作出决定，不能批量处理。',
    en: 'Appeals and re-checks are decided one by one, not together with others.',
  },
})
const differs = new AppError('act_not_allowed', {
  detail: {
    zh: '前一位审核员的意见不同。您的意见已经记下，请逐条作出最后决定。',
    en: 'The first moderator decided otherwise. Your opinion was noted; please decide this one by itself.',
  },
})

function listCounted(ctx: ServiceContext, me: UserActor, { selection, upTo }: BatchInput) {
  return ctx.db.all<Work>(sql`
    SELECT r.id AS reviewId, c.public_id AS publicId, r.revision ${decidedAtOnce(ctx, me, selection, upTo)}`)
}

/** Of chosen ones, those that are not decided together with others. */
function listSingle({ db }: ServiceContext, { selection }: BatchInput) {
  const ids = selection.of === 'chosen' ? selection.reviews.map(({ reviewId }) => reviewId) : []
  return db.all<{ id: number }>(sql`
    SELECT id FROM reviews r WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND NOT (${isForMany})`)
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
