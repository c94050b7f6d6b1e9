import { sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { DecisionInput } from '../../contract/moderation/decisions'
import type { Decision } from '../../contract/words'
import { conflict } from './conflict'
import { countAgreement, recordOpinion } from './opinions'
import { opinionOf } from './second-look'
import { getSubjectOrThrow, isStillTheirs, type Subject } from './subject'

/** Notes what a colleague, who did not know of the decision, would have decided; nothing changes but the agreement counts. */
export async function recordRecheck(
  ctx: ServiceContext,
  actor: UserActor,
  subject: Subject,
  input: DecisionInput,
): Promise<void> {
  const { db } = ctx
  const [first] = await db.all<{ decision: Decision; reason_id: string }>(sql`
    SELECT decision, reason_id FROM moderation_decisions
    WHERE comment_id = ${subject.id} AND revision = ${subject.revision} AND review_kind = 'first'
    ORDER BY decided_at DESC LIMIT 1`)
  if (!first) throw conflict(subject, input.revision)
  const opinion = opinionOf(ctx, actor, subject, input, 'recheck')
  const isTheirs = isStillTheirs(subject, actor, ctx.now)
  const isGiven = sql`EXISTS (SELECT 1 FROM review_opinions WHERE id = ${opinion.id})`
  const [recorded] = await db.batch([
    ...recordOpinion(ctx, opinion, isTheirs),
    countAgreement(ctx, opinion, { decision: first.decision, reasonId: first.reason_id }, isTheirs),
    db.run(sql`
      INSERT INTO review_exclusions (review_id, user_id)
      SELECT id, ${actor.id} FROM reviews WHERE comment_id = ${subject.id} AND kind = 'appeal' AND ${isGiven}
      ON CONFLICT DO NOTHING`),
    db.run(sql`DELETE FROM reviews WHERE id = ${subject.review_id} AND ${isGiven}`),
  ])
  if ((recorded as { rowsAffected: number }).rowsAffected === 0)
    throw conflict(await getSubjectOrThrow(ctx, actor, input), input.revision)
  ctx.stir()
}
