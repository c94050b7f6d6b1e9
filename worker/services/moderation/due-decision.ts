import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CommentState, Decision, ReviewKind, Role, SecondLook } from '../../contract/words'
import { annexSummary } from '../annexes/annex-row'
import { wholeTextColumn, wordingText } from '../wordings/wording-columns'
import { originalText } from './original-text'

/** A staged decision with what its taking effect depends on. */
export interface DueDecision {
  id: string
  comment_id: number
  review_kind: Exclude<ReviewKind, 'recheck'> | null
  revision: number
  decision: Decision
  reason_id: string
  reason_version: number
  note: string | null
  internal_note: string | null
  redactions: string
  batch_id: string | null
  staged_by: string
  name: string
  role: Role
  public_id: string
  state: CommentState
  is_publishable: number
  is_unconfirmed: number
  /** As the public reads it, or would. */
  body: string
  /** How the clause should read instead, as the public reads it, or would. */
  wording: string | null
  /** What is public of its annex, as the public reads it, or would. */
  summary: string | null
  /** As it was sent, wording, summary and all. */
  original: string
  submitted_at: number
  is_spam: number
  second_look: SecondLook
  second_look_percent: number
  recheck_percent: number
  /** What the first moderator thought, where this is the second look. */
  first_decision: Decision | null
  first_reason: string | null
}

/** Null where it was undone or has been applied. */
export async function readDueDecision(ctx: ServiceContext, id: string): Promise<DueDecision | null> {
  const [due] = await ctx.db.all<DueDecision>(sql`
    SELECT t.*, u.name, u.role, c.public_id, c.state, c.is_publishable, c.is_unconfirmed, c.body, coalesce(${originalText}, ${wholeTextColumn}) AS original,
      ${sql.raw(wordingText)} AS wording, ${sql.raw(annexSummary)} AS summary,
      c.submitted_at, n.is_spam, s.second_look, s.second_look_percent, s.recheck_percent,
      f.decision AS first_decision, f.reason_id AS first_reason
    FROM staged_decisions t JOIN users u ON u.id = t.staged_by JOIN reasons n ON n.id = t.reason_id
    JOIN comments c ON c.id = t.comment_id JOIN consultations s ON s.id = c.consultation_id
    LEFT JOIN comment_originals o ON o.comment_id = c.id AND o.revision = c.revision
    LEFT JOIN review_opinions f ON f.comment_id = t.comment_id AND f.revision = t.revision
      AND f.review_kind = 'first' AND t.review_kind = 'second'
    WHERE t.id = ${id}`)
  return due ?? null
}

/** From `staged_decisions AS t` and `comments AS c`: the row of this decision, if all is still as it was decided on. */
export function asDecided({ id, state }: DueDecision): SQL {
  return sql`
    FROM staged_decisions t JOIN comments c ON c.id = t.comment_id
    WHERE t.id = ${id} AND c.state = ${state} AND c.revision = t.revision
      AND (t.review_id IS NULL OR EXISTS (SELECT 1 FROM reviews WHERE id = t.review_id))`
}

/** For what follows in the batch: true only in the one that made the decision real, for the staged row goes last. */
export function isNowIn(table: 'moderation_decisions' | 'review_opinions', id: string): SQL {
  return sql`EXISTS (SELECT 1 FROM staged_decisions t JOIN ${sql.raw(table)} d ON d.id = t.id WHERE t.id = ${id})`
}
