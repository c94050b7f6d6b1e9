import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { QueueItemView } from '../../contract/moderation/queue'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { getReview } from './get-review'
import { holdUntil } from './keep-hand'
import { getOpenStandingOrThrow, isStaged } from './standing'

/** Takes a piece of work in hand, from the colleague who has it or to whom it was passed; recorded where there was one. */
export async function takeOverReview(ctx: ServiceContext, reviewId: number): Promise<QueueItemView> {
  const me = assertRole(ctx, 'moderator')
  const { db, now } = ctx
  const { public_id, kind, held_by, passed_to, holder_id, receiver_id } = await getOpenStandingOrThrow(
    ctx,
    me,
    reviewId,
  )
  const from = holder_id ?? receiver_id
  const isFromColleague = from !== null && from !== me.id
  const [taken] = await db.batch([
    db.run(sql`
      UPDATE reviews AS r SET held_by = ${me.id}, held_until = ${holdUntil(now).getTime()},
        passed_to = iif(passed_to = ${me.id}, passed_to, NULL),
        passed_by = iif(passed_to = ${me.id}, passed_by, NULL),
        pass_note = iif(passed_to = ${me.id}, pass_note, NULL)
      WHERE id = ${reviewId} AND held_by IS ${held_by} AND passed_to IS ${passed_to} AND NOT ${isStaged}`),
    recordAudit(
      ctx,
      {
        action: 'review.taken_over',
        subjectKind: 'comment',
        subjectId: public_id,
        data: { review: reviewId, kind, from, to: me.id },
      },
      sql`${isFromColleague ? 1 : 0} AND changes() > 0`,
    ),
  ])
  if (taken.rowsAffected === 0) throw await explainMiss(ctx, reviewId)
  ctx.stir()
  return getReview(ctx, reviewId)
}

/** Somebody was faster: to decide, to take it or to pass it on. */
async function explainMiss(ctx: ServiceContext, reviewId: number): Promise<AppError> {
  const { holder, receiver } = await getOpenStandingOrThrow(ctx, assertRole(ctx, 'moderator'), reviewId)
  const who = holder ?? receiver
  return new AppError('held_by_other', {
    ...(who && {
      detail: {
        zh: `${who}刚刚接手了这条意见，请先查看再决定是否接手。`,
        en: `${who} has just taken this comment. Please look again before you take it over.`,
      },
    }),
  })
}
