import { sql } from 'drizzle-orm'
import { assertRole, newId, type ServiceContext } from '../../context'
import type { DecisionInput, DecisionView } from '../../contract/moderation'
import type { CommentState, Decision } from '../../contract/words'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { nextState } from '../comments/rules'
import { spaceOut } from '../search/tokens'
import { conflict } from './conflict'

/**
 * Publishes, returns or rejects the revision that the moderator read. The decision row is inserted only if that revision
 * still waits; state, search index and audit row follow only if it was.
 */
export async function decide(ctx: ServiceContext, input: DecisionInput): Promise<DecisionView> {
  const moderator = assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const comment = await getSubjectOrThrow(ctx, input)
  const reason = chooseReason(comment, input)
  assertReturnable(ctx, comment, input)
  const state = nextState(comment.state, input.decision, comment.is_publishable === 1)
  if (comment.revision !== input.revision || state === null) throw conflict(comment, input.revision)

  const id = newId(ctx)
  const isDecided = sql`EXISTS (SELECT 1 FROM moderation_decisions WHERE id = ${id})`
  const [recorded] = await db.batch([
    db.run(sql`
      INSERT INTO moderation_decisions (id, comment_id, revision, decision, reason_id, note, decided_by, decided_at)
      SELECT ${id}, id, revision, ${input.decision}, ${reason}, ${input.note || null}, ${moderator.id},
        ${now.getTime()}
      FROM comments WHERE id = ${comment.id} AND state = 'pending' AND revision = ${input.revision}`),
    db.run(sql`
      UPDATE comments SET state = ${state}, decided_at = ${now.getTime()}
      WHERE id = ${comment.id} AND ${isDecided}`),
    db.run(sql`
      INSERT INTO comment_search (rowid, body) SELECT id, ${spaceOut(comment.body)} FROM comments
      WHERE id = ${comment.id} AND state = 'published' AND ${isDecided}`),
    recordAudit(
      ctx,
      {
        action: `comment.${state}`,
        subjectKind: 'comment',
        subjectId: input.publicId,
        data: { revision: input.revision, decision: id, reason },
      },
      isDecided,
    ),
  ])
  if (recorded.rowsAffected === 0) throw conflict(await getSubjectOrThrow(ctx, input), input.revision)
  return { publicId: input.publicId, revision: input.revision, state }
}

export interface Subject {
  id: number
  state: CommentState
  revision: number
  body: string
  is_publishable: number
  closes_at: number
  chosen_reason: string | null
  default_reason: string | null
  last_decision: Decision | null
  last_decided_at: number | null
  last_decided_by: string | null
}

async function getSubjectOrThrow(ctx: ServiceContext, input: DecisionInput): Promise<Subject> {
  const [subject] = await ctx.db.all<Subject>(sql`
    SELECT c.id, c.state, c.revision, c.body, c.is_publishable, s.closes_at,
      (SELECT id FROM reasons WHERE id = ${input.reason ?? ''} AND decision = ${input.decision}) AS chosen_reason,
      (SELECT id FROM reasons WHERE decision = ${input.decision} ORDER BY sort LIMIT 1) AS default_reason,
      d.decision AS last_decision, d.decided_at AS last_decided_at, u.name AS last_decided_by
    FROM comments c JOIN consultations s ON s.id = c.consultation_id
    LEFT JOIN moderation_decisions d ON d.id = (
      SELECT id FROM moderation_decisions WHERE comment_id = c.id ORDER BY decided_at DESC LIMIT 1)
    LEFT JOIN users u ON u.id = d.decided_by
    WHERE c.public_id = ${input.publicId}`)
  if (!subject) throw new AppError('not_found')
  return subject
}

/** Publishing has a standing reason; what is refused to an author always names its own. */
function chooseReason(subject: Subject, { decision, reason }: DecisionInput): string {
  if (reason) {
    if (!subject.chosen_reason) throw invalidField('reason', 'reason_unknown')
    return subject.chosen_reason
  }
  if (decision !== 'publish' || !subject.default_reason) throw invalidField('reason', 'reason_required')
  return subject.default_reason
}

/** After closing nobody can change a text any more: it is published or rejected as it stands. */
function assertReturnable(ctx: ServiceContext, subject: Subject, { decision }: DecisionInput): void {
  if (decision !== 'return' || ctx.now.getTime() < subject.closes_at) return
  throw new AppError('consultation_closed', {
    detail: {
      zh: '征集已经截止，提交人不能再修改。请选择发布或者不予发布。',
      en: 'The consultation has closed and the author can no longer change the text. Please publish or reject it.',
    },
  })
}
