import { sql } from 'drizzle-orm'
import { newId, type ServiceContext, type UserActor } from '../../context'
import type { DecisionInput, OpinionView } from '../../contract/moderation/decisions'
import type { Decision } from '../../contract/words'
import { conflict } from './conflict'
import { countAgreement, type Opinion, recordOpinion } from './opinions'
import { getSubjectOrThrow, isStillTheirs, type Subject } from './subject'

/**
 * The first opinion, where the second moderator came to another decision without knowing of it; their own is then kept for
 * good. Null where both agree, or where the second has seen the first and this is final.
 */
export async function compareWithFirst(
  ctx: ServiceContext,
  actor: UserActor,
  subject: Subject,
  input: DecisionInput,
): Promise<OpinionView | null> {
  if (subject.opinion === null || subject.opinion === input.decision) return null
  const opinions = await ctx.db.all<OpinionRow>(sql`
    SELECT o.review_kind, o.decision, o.reason_id, w.zh, w.en, o.note, o.internal_note, o.given_at, u.name AS by
    FROM review_opinions o JOIN users u ON u.id = o.given_by
    JOIN reason_wordings w ON w.reason_id = o.reason_id AND w.version = o.reason_version
    WHERE o.comment_id = ${subject.id} AND o.revision = ${subject.revision} AND o.review_kind IN ('first', 'second')`)
  const first = opinions.find((row) => row.review_kind === 'first')
  const isKnown = opinions.some((row) => row.review_kind === 'second')
  if (!first || (isKnown && input.isFinal)) return null
  if (!isKnown) await recordDifference(ctx, actor, subject, input, first)
  return presentOpinion(first)
}

async function recordDifference(
  ctx: ServiceContext,
  actor: UserActor,
  subject: Subject,
  input: DecisionInput,
  first: OpinionRow,
): Promise<void> {
  const opinion = opinionOf(ctx, actor, subject, input, 'second')
  const isTheirs = isStillTheirs(subject, actor, ctx.now)
  const [recorded] = await ctx.db.batch([
    ...recordOpinion(ctx, opinion, isTheirs),
    countAgreement(ctx, opinion, { decision: first.decision, reasonId: first.reason_id }, isTheirs),
  ])
  if ((recorded as { rowsAffected: number }).rowsAffected === 0)
    throw conflict(await getSubjectOrThrow(ctx, actor, input), input.revision)
}

/** What was sent, as an opinion. */
export function opinionOf(
  ctx: ServiceContext,
  actor: UserActor,
  subject: Subject,
  input: DecisionInput,
  kind: Opinion['kind'],
): Opinion {
  return {
    id: newId(ctx),
    commentId: subject.id,
    publicId: input.publicId,
    revision: input.revision,
    kind,
    decision: input.decision,
    reasonId: subject.reason_id ?? '',
    reasonVersion: subject.reason_version ?? 1,
    note: input.note || null,
    internalNote: input.internalNote || null,
    redactions: JSON.stringify(input.redactions ?? []),
    batchId: null,
    givenBy: actor.id,
  }
}

interface OpinionRow {
  review_kind: 'first' | 'second'
  decision: Decision
  reason_id: string
  zh: string
  en: string
  note: string | null
  internal_note: string | null
  given_at: number
  by: string
}

function presentOpinion(row: OpinionRow): OpinionView {
  return {
    decision: row.decision,
    reason: { id: row.reason_id, zh: row.zh, en: row.en },
    note: row.note,
    internalNote: row.internal_note,
    by: row.by,
    at: new Date(row.given_at).toISOString(),
  }
}
