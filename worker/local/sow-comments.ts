import { sql } from 'drizzle-orm'
import type { DemoComment } from '../../seeds/demo/demo-comment'
import type { ServiceContext, UserActor } from '../context'
import type { ReviewKind } from '../contract/words'
import { fileAppeal } from '../services/appeals/file-appeal'
import { submitComment } from '../services/comments/submit-comment'
import { applyDueDecisions } from '../services/moderation/apply-due-decisions'
import { stageDecision } from '../services/moderation/stage-decision'
import { currentConsultation, measureIds } from '../services/plan/current'
import { findUserOrThrow } from './find-user'

const hour = 3_600_000
const day = 24 * hour
const reviewTime = 3 * hour
const secondLookTime = hour
const moderators = ['moderator2@yanlu.test', 'moderator@yanlu.test']

/** The code is known only of what was sent just now. */
interface Sent {
  publicId: string
  queryCode?: string
}

/**
 * Sends and decides comments of the demonstration through the product's own verbs, at the times they name; answers their
 * public ids. One that was made at its time already is only decided, where it waits for that.
 */
export async function sowComments(
  ctx: ServiceContext,
  comments: readonly DemoComment[],
): Promise<Map<string, string>> {
  const people = await Promise.all(moderators.map((email) => findUserOrThrow(ctx, email)))
  const publicIds = new Map<string, string>()
  const clauses = await readClauses(ctx)
  const sent = await readSent(ctx)
  const inOrder = [...comments].sort((a, b) => b.daysAgo - a.daysAgo)
  for (const [i, comment] of inOrder.entries()) {
    const sentAt = new Date(ctx.now.getTime() - comment.daysAgo * day)
    const send = () =>
      submitComment({ ...ctx, now: sentAt }, comment.measure, toInput(comment, publicIds, clauses), null)
    const { publicId, queryCode }: Sent = sent.get(sentAt.getTime()) ?? (await send())
    publicIds.set(comment.ref, publicId)
    const [first, second] = i % 3 === 2 ? [...people].reverse() : people
    if (!comment.outcome || !first || !second) continue
    await settle(ctx, publicId, comment, sentAt, [first, second])
    if (comment.outcome.appeal && queryCode)
      await appeal(ctx, { publicId, queryCode }, comment.outcome.appeal, sentAt)
  }
  return publicIds
}

/** By when they were made. */
async function readSent(ctx: ServiceContext): Promise<Map<number, Sent>> {
  const rows = await ctx.db.all<{ public_id: string; created_at: number }>(sql`
    SELECT public_id, created_at FROM comments WHERE consultation_id = ${currentConsultation(ctx)}`)
  return new Map(rows.map(({ public_id, created_at }) => [created_at, { publicId: public_id }]))
}

/** Decided by the first, and where that is to be looked at again, by the second alike. */
async function settle(
  ctx: ServiceContext,
  publicId: string,
  { body, outcome }: DemoComment,
  sentAt: Date,
  [first, second]: [UserActor, UserActor],
): Promise<void> {
  if (!outcome) return
  const { decision, reason, note, hide, waitsForSecond } = outcome
  const input = {
    publicId,
    revision: 1,
    decision,
    reason,
    ...(note && { note }),
    ...(hide && {
      redactions: hide.map((passage) => ({ ...placeOf(passage.words, body), reason: passage.reason })),
    }),
  }
  const decide = async (look: ReviewKind, actor: UserActor, wait: number) => {
    const waiting = await findLook(ctx, publicId)
    if (waiting?.kind !== look) return
    const now = new Date(Math.min(sentAt.getTime() + wait, ctx.now.getTime()))
    if (waiting.is_staged === 0) await stageDecision({ ...ctx, now, actor }, input, { effectiveAt: now })
    await applyDueDecisions({ ...ctx, now })
  }
  await decide('first', first, reviewTime)
  if (decision === 'reject' && !waitsForSecond) await decide('second', second, reviewTime + secondLookTime)
}

/** The look that a comment waits for, and whether somebody has taken it and it only has to take effect. */
async function findLook({ db }: ServiceContext, publicId: string) {
  const [look] = await db.all<{ kind: ReviewKind; is_staged: number }>(sql`
    SELECT r.kind, EXISTS (SELECT 1 FROM staged_decisions WHERE comment_id = c.id) AS is_staged
    FROM comments c JOIN reviews r ON r.comment_id = c.id AND r.kind IN ('first', 'second')
    WHERE c.public_id = ${publicId}`)
  return look
}

async function appeal(
  ctx: ServiceContext,
  { publicId, queryCode }: Required<Sent>,
  { daysLater, text }: { daysLater: number; text: string },
  sentAt: Date,
): Promise<void> {
  const now = new Date(sentAt.getTime() + daysLater * day)
  await fileAppeal({ ...ctx, now }, { publicId, queryCode, text })
}

function placeOf(words: string, body: string): { start: number; end: number } {
  const start = body.indexOf(words)
  return { start, end: start + words.length }
}

function toInput(comment: DemoComment, publicIds: Map<string, string>, clauses: Map<string, string>) {
  const { body, stance, clause, parent, targets, participant, publish, publishName } = comment
  const parentId = parent ? publicIds.get(parent) : undefined
  return {
    body,
    stance,
    ...(clause && { clause }),
    ...(parentId && { parentId }),
    ...(comment.wording && { wording: { text: reworded(comment, clauses) } }),
    ...(targets && { targets }),
    participant,
    consent: { publish, name: publishName ?? false },
  }
}

function reworded({ ref, clause, wording }: DemoComment, clauses: Map<string, string>): string {
  const text = clauses.get(clause ?? '')
  if (!wording || !text?.includes(wording.from))
    throw new Error(`${ref} would change words that are not there`)
  return text.replace(wording.from, wording.to)
}

async function readClauses(ctx: ServiceContext): Promise<Map<string, string>> {
  const rows = await ctx.db.all<{ key: string; text: string }>(sql`
    SELECT cl.key, cl.text FROM clauses cl WHERE cl.measure_id IN ${measureIds(ctx)}`)
  return new Map(rows.map(({ key, text }) => [key, text]))
}
