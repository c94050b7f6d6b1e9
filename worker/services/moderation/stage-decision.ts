import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext, type UserActor } from '../../context'
import { limits } from '../../contract/limits'
import type { DecisionInput, DecisionView } from '../../contract/moderation/decisions'
import { assertDecidable } from './check-decision'
import { conflict } from './conflict'
import { recordRecheck } from './record-recheck'
import { compareWithFirst } from './second-look'
import { getSubjectOrThrow, isStillTheirs, type Subject } from './subject'

interface Staging {
  /** One act over many: its caller stirs when all are staged. */
  batchId?: string
  effectiveAt?: Date
  /** Where it was read already, together with others. */
  subject?: Subject
}

/**
 * Takes down what a moderator decided on the revision that they read; it takes effect when its grace is over. A second look
 * that differs from the first is answered with the first; a blind re-check is only recorded.
 */
export async function stageDecision(
  ctx: ServiceContext,
  input: DecisionInput,
  options: Staging = {},
): Promise<DecisionView> {
  const actor = assertRole(ctx, 'moderator')
  const subject = options.subject ?? (await getSubjectOrThrow(ctx, actor, input))
  assertDecidable(subject, input, actor, ctx.now)
  const { publicId } = input
  if (subject.review_kind === 'recheck') {
    await recordRecheck(ctx, actor, subject, input)
    return { outcome: 'recorded', publicId }
  }
  if (subject.review_kind === 'second') {
    const first = await compareWithFirst(ctx, actor, subject, input)
    if (first) return { outcome: 'differs', publicId, first }
  }
  const grace = limits.graceSeconds * 1000
  const effectiveAt = options.effectiveAt ?? new Date(ctx.now.getTime() + grace)
  const stagedId = await stage(ctx, actor, subject, input, { ...options, effectiveAt })
  return { outcome: 'staged', publicId, stagedId, effectiveAt: effectiveAt.toISOString() }
}

/** One row per comment: of many at once, one is staged. The work stays with whoever decided, should they undo it. */
async function stage(
  ctx: ServiceContext,
  actor: UserActor,
  subject: Subject,
  input: DecisionInput,
  { batchId, effectiveAt }: Staging & { effectiveAt: Date },
): Promise<string> {
  const { db, now } = ctx
  const id = newId(ctx)
  const heldUntil = now.getTime() + limits.holdMinutes * 60_000
  const [staged] = await db.batch([
    db.run(sql`
      INSERT INTO staged_decisions (id, comment_id, review_id, review_kind, revision, decision, reason_id,
        reason_version, note, internal_note, redactions, batch_id, staged_by, staged_at, effective_at)
      SELECT ${id}, c.id, ${subject.review_id}, ${subject.review_kind}, c.revision, ${input.decision},
        ${subject.reason_id}, ${subject.reason_version}, ${input.note || null}, ${input.internalNote || null},
        ${JSON.stringify(input.redactions ?? [])}, ${batchId ?? null}, ${actor.id}, ${now.getTime()},
        ${effectiveAt.getTime()}
      FROM comments c
      WHERE c.id = ${subject.id} AND c.state = ${subject.state} AND c.revision = ${input.revision}
        AND ${isStillTheirs(subject, actor, now)}
      ON CONFLICT (comment_id) DO NOTHING`),
    db.run(sql`
      UPDATE reviews SET held_by = ${actor.id}, held_until = ${heldUntil}
      WHERE id = ${subject.review_id} AND ${batchId ? 0 : 1}
        AND (held_by IS NOT ${actor.id} OR held_until <= ${now.getTime()})
        AND EXISTS (SELECT 1 FROM staged_decisions WHERE id = ${id})`),
  ])
  if (staged.rowsAffected === 0) {
    const fresh = await getSubjectOrThrow(ctx, actor, input)
    assertDecidable(fresh, input, actor, now)
    throw conflict(fresh, input.revision)
  }
  if (!batchId) ctx.stir()
  return id
}
