import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { contactKind } from '../../contract/contact'
import type { Signal } from '../../contract/personal-data/signal'
import type { ReceiptView, Resubmission } from '../../contract/receipts'
import { isRefusedByTrigger, type Query } from '../../db/client'
import { AppError, invalidField } from '../../errors'
import { rewriteSummary } from '../annexes/send-annex'
import { recordAudit } from '../audit/record'
import { publishAtOnce } from '../comments/publish-at-once'
import type { TargetAnswer } from '../opinions/check-targets'
import { targetsSaid } from '../opinions/read-opinions'
import { replaceTargets } from '../opinions/write-opinions'
import { noticeShown } from '../privacy/notice-versions'
import { type Assessment, writeAssessed } from '../signals/assess-text'
import { noteSignals } from '../signals/note-signals'
import { beginGroup, groupColumns } from '../similarity/place-text'
import { recordedChange } from '../supports/dropped-supports'
import { writeWording } from '../wordings/write-wording'
import { getReceipt } from './get-receipt'
import { type Change, planChange } from './plan-change'

/**
 * Puts a changed text in place of one that is not public: one that came back, or that nobody has read yet. The old text is
 * kept as a revision, an appeal against its decision is closed, and the queue has it again, at the end.
 */
export async function resubmitComment(ctx: ServiceContext, input: Resubmission): Promise<ReceiptView> {
  const receipt = await getReceipt(ctx, input)
  const change = await planChange(ctx, receipt, input)
  const text = {
    consultation: receipt.consultation.key,
    body: change.body,
    wording: change.wording,
    summary: receipt.annex && (change.annexSummary ?? receipt.annex.summary),
    author: { kind: receipt.author.kind, name: change.name },
  }
  const isTaken = await writeAssessed(ctx, text, (assessment) =>
    replace(ctx, receipt, { ...change, wording: change.wording?.text ?? null }, assessment),
  )
  if (!isTaken) throw new AppError('not_resubmittable')
  ctx.stir()
  return getReceipt(ctx, input)
}

async function replace(
  ctx: ServiceContext,
  receipt: ReceiptView,
  input: Replacement,
  { signals, placement, isHeld, isLast }: Assessment,
): Promise<boolean> {
  const statements = replaceText(ctx, receipt, input, {
    signals,
    isHeld,
    group: groupColumns(placement),
    beginGroup: (when) => beginGroup(ctx, placement, { isLast, when }),
  })
  try {
    const [recorded] = await ctx.db.batch(statements)
    return (recorded as { rowsAffected: number }).rowsAffected > 0
  } catch (error) {
    throw isRefusedByTrigger(error, 'a comment moves within its measure')
      ? invalidField('clause', 'clause_kept')
      : error
  }
}

type Replacement = Pick<Resubmission, 'body' | 'stance'> & {
  targets: TargetAnswer[] | undefined
  wording: string | null
  annexSummary?: string | undefined
} & Partial<Pick<Change, 'place' | 'author' | 'isPublishable' | 'contact' | 'noticeVersion'>>

/** The statements that put a text in place of another, if the comment is still as it was read; the first is their audit row. */
export function replaceText(
  ctx: ServiceContext,
  { publicId, revision, state }: Pick<ReceiptView, 'publicId' | 'revision' | 'state'>,
  input: Replacement,
  {
    signals,
    isHeld,
    group,
    beginGroup,
  }: {
    signals: readonly Signal[]
    /** Read before anybody else sees it, for more than what the text itself says. */
    isHeld: boolean
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
        data: recordedChange(
          { revision: revision + 1, ...whatChanges(input) },
          droppedSupports(isThis, input),
        ),
      },
      when,
    ),
    ...beginGroup(when),
    ...noteSignals(ctx, signals, { isThis, revision: revision + 1 }),
    db.run(sql`
      INSERT INTO comment_revisions (comment_id, revision, body, stance, submitted_at, targets, clause_id)
      SELECT id, revision, body, stance, submitted_at, ${targetsSaid}, clause_id FROM comments c WHERE ${isThis}`),
    db.run(sql`DELETE FROM supports WHERE ${droppedSupports(isThis, input)}`),
    ...rewriteOwn(ctx, isThis, input),
    ...(input.targets ? replaceTargets(ctx, isThis, input.targets) : []),
    ...writeWording(ctx, isThis, revision + 1, input.wording),
    ...rewriteSummary(ctx, isThis, input.annexSummary),
    db.run(sql`DELETE FROM comment_search WHERE rowid = ${id} AND ${when}`),
    db.run(sql`
      UPDATE comments SET body = ${input.body}, stance = ${input.stance}, revision = revision + 1,
        is_publishable = ${input.isPublishable === undefined ? sql`is_publishable` : Number(input.isPublishable)},
        state = 'pending', submitted_at = ${now.getTime()}, similar_group_id = ${similarGroupId},
        similarity = ${similarity} WHERE ${isThis}`),
    ...(state === 'pending' ? reopenReview(ctx, id, revision + 1) : []),
    ...(isHeld
      ? []
      : publishAtOnce(ctx, {
          publicId,
          revision: revision + 1,
          body: input.body,
          wording: input.wording,
          signals,
        })),
  ]
}

/** For the record: which of the fields beside the text its author gave anew, never what they hold. */
function whatChanges({ place, author, isPublishable, contact }: Replacement) {
  const given = { place, author, isPublishable, contact }
  const changed = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  return changed.length > 0 ? { changed } : {}
}

/** Who shares a concern shares what was said where: once that is something else, they have not said so of it. */
function droppedSupports(isThis: SQL, { body, stance, wording, place }: Replacement): SQL {
  const clauseId = place ? sql`${place.clauseId}` : sql`clause_id`
  return sql`comment_id = (
    SELECT id FROM comments WHERE ${isThis} AND (body <> ${body} OR stance <> ${stance} OR clause_id IS NOT ${clauseId}
      OR ${wording} IS NOT (SELECT text FROM wordings w WHERE w.comment_id = comments.id AND w.revision = comments.revision)))`
}

/** Where it stands, who says it, what its author consents to and how they are reached. */
function rewriteOwn(
  { db }: ServiceContext,
  isThis: SQL,
  { place, author, isPublishable, contact, noticeVersion }: Replacement,
): Query[] {
  const kind = contact ? contactKind(contact) : null
  const set = [
    ...(place
      ? [
          sql`clause_id = ${place.clauseId}, quote = ${place.quote}, orphaned_in = ${place.orphanedIn ?? sql`NULL`}`,
        ]
      : []),
    ...(author
      ? [sql`participant_name = ${author.name}, is_name_public = ${author.isNamePublic ? 1 : 0}`]
      : []),
    ...(author === undefined && isPublishable === undefined && !contact
      ? []
      : [sql`notice_version = iif(channel = 'online', ${noticeShown(noticeVersion)}, notice_version)`]),
  ]
  return [
    ...(set.length > 0 ? [db.run(sql`UPDATE comments SET ${sql.join(set, sql`, `)} WHERE ${isThis}`)] : []),
    ...(contact === undefined
      ? []
      : [
          db.run(sql`
            DELETE FROM comment_contacts WHERE comment_id = (SELECT id FROM comments WHERE ${isThis})`),
        ]),
    ...(contact && kind
      ? [
          db.run(sql`
            INSERT INTO comment_contacts (comment_id, kind, value) SELECT id, ${kind}, ${contact} FROM comments WHERE ${isThis}`),
        ]
      : []),
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
