import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { Pass } from '../../contract/moderation/hand'
import type { QueueItemView } from '../../contract/moderation/queue'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { getReview } from './get-review'
import { isAtDesk } from './list-colleagues'
import { getOpenStandingOrThrow, isExcluded, isStaged } from './standing'

/** Passes a piece of work to a colleague, who alone is dealt it from then on. */
export async function passReview(
  ctx: ServiceContext,
  reviewId: number,
  { to, note }: Pass,
): Promise<QueueItemView> {
  const me = assertRole(ctx, 'moderator')
  const { db } = ctx
  const standing = await getOpenStandingOrThrow(ctx, me, reviewId)
  const { public_id, kind, held_by, passed_to, holder_id, holder, receiver_id, receiver } = standing
  if (holder_id !== null && holder_id !== me.id) throw isWith(holder)
  if (holder_id === null && receiver_id !== null && receiver_id !== me.id) throw isWith(receiver)
  if (to === me.id) throw invalidField('to', 'colleague_unknown')

  const isReceiver = sql`EXISTS (SELECT 1 FROM users u WHERE u.id = ${to} AND ${isAtDesk}) AND NOT ${isExcluded(to)}`
  const [passed] = await db.batch([
    db.run(sql`
      UPDATE reviews AS r SET passed_to = ${to}, passed_by = ${me.id}, pass_note = ${note || null},
        held_by = NULL, held_until = NULL
      WHERE id = ${reviewId} AND held_by IS ${held_by} AND passed_to IS ${passed_to} AND NOT ${isStaged}
        AND ${isReceiver}`),
    recordAudit(
      ctx,
      {
        action: 'review.passed',
        subjectKind: 'comment',
        subjectId: public_id,
        data: { review: reviewId, kind, to },
      },
      sql`changes() > 0`,
    ),
  ])
  if (passed.rowsAffected === 0) {
    const fresh = await getOpenStandingOrThrow(ctx, me, reviewId)
    if (fresh.held_by !== held_by || fresh.passed_to !== passed_to)
      throw isWith(fresh.holder ?? fresh.receiver)
    throw invalidField('to', 'colleague_unknown')
  }
  ctx.stir()
  return getReview(ctx, reviewId)
}

function isWith(who: string | null): AppError {
  return new AppError('held_by_other', {
    ...(who && {
      detail: {
        zh: `这条意见现由${who}处理，没有转交。如需转交，请先接手。`,
        en: `This comment is with ${who} and was not passed on. Take it over first if you need to.`,
      },
    }),
  })
}
