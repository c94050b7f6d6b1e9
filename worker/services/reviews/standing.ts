import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext, UserActor } from '../../context'
import type { ReviewKind } from '../../contract/words'
import { AppError } from '../../errors'
import { decidedShortly } from '../moderation/conflict'

/** The card that `reviews AS r` stands on: itself, or the one that stands for its group. To be joined as `reviews f`. */
export const frontOf = sql.raw(`f.id = iif(r.is_front = 1, r.id, (
  SELECT o.id FROM reviews o INDEXED BY reviews_of_group
  WHERE o.group_id = r.group_id AND o.kind = r.kind AND o.is_front = 1 ORDER BY o.opened_at, o.id LIMIT 1))`)

/** Who has `r` in hand, and until when: by itself, else with its card `f`. */
export const heldBy = (now: Date) => held('held_by', now)
export const heldUntil = (now: Date) => held('held_until', now)

function held(column: string, now: Date): SQL {
  const [own, ofCard] = [sql.raw(`r.${column}`), sql.raw(`f.${column}`)]
  return sql`CASE WHEN r.held_until > ${now.getTime()} THEN ${own} WHEN f.held_until > ${now.getTime()} THEN ${ofCard} END`
}

/** What was decided on `r` and has not taken effect yet. */
export const isStaged = sql.raw(
  'EXISTS (SELECT 1 FROM staged_decisions t WHERE t.comment_id = r.comment_id AND t.review_id = r.id)',
)

/** True of those who have dealt with `r`'s comment before and may not again. */
export const isExcluded = (userId: string | SQL) =>
  sql`EXISTS (SELECT 1 FROM review_exclusions x WHERE x.review_id = r.id AND x.user_id = ${userId})`

/** In nobody else's hand, neither by itself nor with its card `f`, and passed to nobody else. */
export const isFreeFor = (me: UserActor, now: Date) => sql`
  (r.held_by IS NULL OR r.held_by = ${me.id} OR r.held_until <= ${now.getTime()})
  AND (f.held_by IS NULL OR f.held_by = ${me.id} OR f.held_until <= ${now.getTime()} OR ${isInHandOf(me, now)})
  AND coalesce(r.passed_to, f.passed_to, ${me.id}) = ${me.id}`

/** Held by itself, and not for its card. */
export const isInHandOf = (me: UserActor, now: Date) =>
  sql`(r.held_by IS NOT NULL AND r.held_by = ${me.id} AND r.held_until > ${now.getTime()})`

/** How a piece of work stands to the moderator who asks. */
export interface Standing {
  comment_id: number
  public_id: string
  kind: ReviewKind
  held_by: string | null
  passed_to: string | null
  /** Whoever has it in hand now, by itself or with its card. */
  holder_id: string | null
  holder: string | null
  receiver_id: string | null
  receiver: string | null
  /** Who decided on it, and when, where that has not taken effect. */
  staged_by: string | null
  staged_at: number | null
  is_excluded: number
}

/** Throws where it is not open, not this moderator's to take, or decided. */
export async function getOpenStandingOrThrow(
  { db, now }: ServiceContext,
  me: UserActor,
  reviewId: number,
): Promise<Standing> {
  const [standing] = await db.all<Standing>(sql`
    SELECT r.comment_id, c.public_id, r.kind, r.held_by, r.passed_to, h.id AS holder_id, h.name AS holder,
      p.id AS receiver_id, p.name AS receiver, u.name AS staged_by, t.staged_at, ${isExcluded(me.id)} AS is_excluded
    FROM reviews r JOIN comments c ON c.id = r.comment_id LEFT JOIN reviews f ON ${frontOf}
    LEFT JOIN users h ON h.id = ${heldBy(now)} LEFT JOIN users p ON p.id = coalesce(r.passed_to, f.passed_to)
    LEFT JOIN staged_decisions t ON t.comment_id = r.comment_id AND t.review_id = r.id
    LEFT JOIN users u ON u.id = t.staged_by
    WHERE r.id = ${reviewId}`)
  if (!standing) throw new AppError('not_found')
  if (standing.is_excluded) throw new AppError('colleague_required')
  if (standing.staged_by !== null && standing.staged_at !== null)
    throw decidedShortly(standing.staged_by, standing.staged_at, notMoved)
  return standing
}

const notMoved = { zh: '现在不能接手，也不能转交。', en: 'It cannot be taken over or passed on.' }
