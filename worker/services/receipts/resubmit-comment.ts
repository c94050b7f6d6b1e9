import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { Signal } from '../../contract/personal-data/signal'
import type { ReceiptView, Resubmission } from '../../contract/receipts'
import type { WordingView } from '../../contract/wordings'
import type { Query } from '../../db/client'
import { AppError } from '../../errors'
import { rewriteSummary } from '../annexes/send-annex'
import { recordAudit } from '../audit/record'
import { publishAtOnce } from '../comments/publish-at-once'
import { checkTargets, readTargets, type TargetAnswer } from '../opinions/check-targets'
import { targetsSaid } from '../opinions/read-opinions'
import { replaceTargets } from '../opinions/write-opinions'
import { type Assessment, writeAssessed } from '../signals/assess-text'
import { noteSignals } from '../signals/note-signals'
import { beginGroup, groupColumns } from '../similarity/place-text'
import { suggestedWording } from '../wordings/suggested-wording'
import { writeWording } from '../wordings/write-wording'
import { getReceipt } from './get-receipt'

/**
 * Puts a changed text in place of one that is not public: one that came back, or that nobody has read yet. The old text is
 * kept as a revision, an appeal against its decision is closed, and the queue has it again, at the end.
 */
export async function resubmitComment(ctx: ServiceContext, input: Resubmission): Promise<ReceiptView> {
  const receipt = await getReceipt(ctx, input)
  if (!receipt.mayResubmit && !receipt.mayEdit) throw new AppError('not_resubmittable')
  const wording = wordingFor(receipt, input)
  const text = {
    consultation: receipt.consultation.key,
    body: input.body,
    wording,
    author: receipt.author,
  }
  const targets =
    input.targets &&
    checkTargets(
      input.targets,
      await readTargets({ ...ctx, consultation: receipt.consultation.key }, receipt.measure.key),
    )
  const isTaken = await writeAssessed(ctx, text, (assessment) =>
    replace(ctx, receipt, { ...input, targets, wording: wording?.text ?? null }, assessment),
  )
  if (!isTaken) throw new AppError('not_resubmittable')
  ctx.stir()
  return getReceipt(ctx, input)
}

async function replace(
  ctx: ServiceContext,
  receipt: ReceiptView,
  input: Replacement,
  { signals, placement, isLast }: Assessment,
): Promise<boolean> {
  const results = await ctx.db.batch(
    replaceText(ctx, receipt, input, {
      signals,
      group: groupColumns(placement),
      beginGroup: (when) => beginGroup(ctx, placement, { isLast, when }),
    }),
  )
  return (results[0] as { rowsAffected: number }).rowsAffected > 0
}

/** What the new text suggests: what the old one did, unless it says otherwise. */
function wordingFor({ clause, parentId, wording }: ReceiptView, input: Resubmission): WordingView | null {
  if (!input.wording) return wording
  const base = parentId === null ? (clause?.text ?? null) : null
  const text = suggestedWording(input.wording, {
    isOnClause: base !== null,
    readings: base === null ? [] : [base],
  })
  return text === null || base === null ? null : { text, base }
}

type Replacement = Pick<Resubmission, 'body' | 'stance'> & {
  targets: TargetAnswer[] | undefined
  wording: string | null
  annexSummary?: string | undefined
}

/** The statements that put a text in place of another, if the comment is still as it was read; the first is their audit row. */
export function replaceText(
  ctx: ServiceContext,
  { publicId, revision, state }: Pick<ReceiptView, 'publicId' | 'revision' | 'state'>,
  input: Replacement,
  {
    signals,
    group,
    beginGroup,
  }: {
    signals: readonly Signal[]
    group: { similarGroupId: SQL; similarity: number }
    beginGroup: (when: SQL) => Query[]
  },
): [Query, ...Query[]] {
  const { db, now } = ctx
  const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  const isThis = sql`public_id = ${publicId} AND revision = ${revision} AND state = ${state} AND erased_at IS NULL
    AND ((state <> 'pending' AND is_unconfirmed = 0) OR NOT EXISTS (SELECT 1 FROM staged_decisions WHERE comment_id = ${id}))`
  const when = sql`EXISTS (SELECT 1 FROM comments WHERE ${isThis})`
  const { similarGroupId, similarity } = group
  return [
    recordAudit(
      ctx,
      {
        action: 'comment.resubmitted',
        subjectKind: 'comment',
        subjectId: publicId,
        data: { revision: revision + 1 },
      },
      when,
    ),
    ...beginGroup(when),
    ...noteSignals(ctx, signals, { isThis, revision: revision + 1 }),
    db.run(sql`
      INSERT INTO comment_revisions (comment_id, revision, body, stance, submitted_at, targets)
      SELECT id, revision, body, stance, submitted_at, ${targetsSaid} FROM comments c WHERE ${isThis}`),
    ...(input.targets ? replaceTargets(ctx, isThis, input.targets) : []),
    ...writeWording(ctx, isThis, revision + 1, input.wording),
    ...rewriteSummary(ctx, isThis, input.annexSummary),
    db.run(sql`DELETE FROM comment_search WHERE rowid = ${id} AND ${when}`),
    db.run(sql`
      UPDATE comments SET body = ${input.body}, stance = ${input.stance}, revision = revision + 1,
        state = 'pending', submitted_at = ${now.getTime()}, similar_group_id = ${similarGroupId},
        similarity = ${similarity} WHERE ${isThis}`),
    ...(state === 'pending' ? reopenReview(ctx, id, revision + 1) : []),
    ...publishAtOnce(ctx, { publicId, revision: revision + 1, body: input.body, signals }),
  ]
}

/** A text that was waiting waits anew: whoever has it in hand has the old one, and is told so. */
function reopenReview({ db }: ServiceContext, id: SQL, revision: number): Query[] {
  const isNew = sql`EXISTS (SELECT 1 FROM reviews WHERE comment_id = ${id} AND kind = 'first' AND revision < ${revision})
    AND EXISTS (SELECT 1 FROM comments WHERE id = ${id} AND state = 'pending' AND revision = ${revision})`
  return [
    db.run(sql`DELETE FROM reviews WHERE comment_id = ${id} AND ${isNew}`),
    db.run(sql`
      INSERT INTO reviews (comment_id, kind, revision, measure_id, participant_kind, group_id, opened_at)
      SELECT id, 'first', revision, measure_id, participant_kind, similar_group_id, submitted_at FROM comments c
      WHERE id = ${id} AND state = 'pending' AND revision = ${revision}
        AND NOT EXISTS (SELECT 1 FROM reviews WHERE comment_id = c.id)`),
  ]
}
