import { type SQL, sql } from 'drizzle-orm'
import { assertParticipant, type ServiceContext, type UserActor } from '../../context'
import type { SupportView } from '../../contract/supports'
import type { ParticipantKind, ParticipantRule } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { isPublic, standsInThread } from '../comments/is-public'
import { assertMayTakePart, assertOpen } from '../consultations/rules'
import { parseSupports, supportsColumn } from './present-supports'
import { isSupportOf, kindOfSupporter, supporterOf, usccOfSupporter } from './supporter'

/** Says that a published comment is one's own concern too, once; saying it again changes nothing. */
export async function supportComment(ctx: ServiceContext, publicId: string): Promise<SupportView> {
  const user = assertParticipant(ctx)
  const { db, now } = ctx
  const subject = await getSubjectOrThrow(ctx, user, publicId, isPublic)
  if (subject.is_own === 1) throw new AppError('own_comment')
  assertMayTakePart(
    { participants: subject.participants, hasReplies: subject.has_replies === 1 },
    { kind: subject.kind, isVerified: subject.kind !== 'individual', isReply: false },
  )
  const isNew = sql`NOT EXISTS (SELECT 1 FROM supports WHERE ${isSupportOf(user.id, subject.id)})`
  await db.batch([
    recordAudit(ctx, { action: 'comment.supported', subjectKind: 'comment', subjectId: publicId }, isNew),
    db.run(sql`
      INSERT INTO supports (comment_id, supporter, kind, user_id, supported_at)
      SELECT c.id, ${supporterOf(user.id)}, ${kindOfSupporter(user.id)}, ${user.id}, ${now.getTime()}
      FROM comments c WHERE c.id = ${subject.id} AND ${isPublic} AND ${isNew}`),
  ])
  return readSupport(ctx, user, subject.id)
}

/** Takes it back, of what is not public any more too. */
export async function takeBackSupport(ctx: ServiceContext, publicId: string): Promise<SupportView> {
  const user = assertParticipant(ctx)
  const { db } = ctx
  const { id } = await getSubjectOrThrow(
    ctx,
    user,
    publicId,
    sql`(${standsInThread} OR EXISTS (SELECT 1 FROM supports WHERE ${isSupportOf(user.id, sql`c.id`)}))`,
  )
  const isOwn = isSupportOf(user.id, id)
  await db.batch([
    recordAudit(
      ctx,
      { action: 'comment.support_taken_back', subjectKind: 'comment', subjectId: publicId },
      sql`EXISTS (SELECT 1 FROM supports WHERE ${isOwn})`,
    ),
    db.run(sql`DELETE FROM supports WHERE ${isOwn}`),
  ])
  return readSupport(ctx, user, id)
}

interface SubjectRow {
  id: number
  opens_at: number
  closes_at: number
  participants: ParticipantRule
  has_replies: number
  kind: ParticipantKind
  is_own: number
}

async function getSubjectOrThrow(
  { db, now }: ServiceContext,
  user: UserActor,
  publicId: string,
  isThere: SQL,
): Promise<SubjectRow> {
  const [subject] = await db.all<SubjectRow>(sql`
    SELECT c.id, s.opens_at, s.closes_at, s.participants, s.has_replies, ${kindOfSupporter(user.id)} AS kind,
      coalesce(c.uscc = ${usccOfSupporter(user.id)}, 0) AS is_own
    FROM comments c JOIN consultations s ON s.id = c.consultation_id
    WHERE c.public_id = ${publicId} AND ${isThere}`)
  if (!subject) throw new AppError('not_found')
  assertOpen({ opensAt: new Date(subject.opens_at), closesAt: new Date(subject.closes_at) }, now)
  return subject
}

async function readSupport({ db }: ServiceContext, user: UserActor, id: number): Promise<SupportView> {
  const [row] = await db.all<{ supports: string; is_supported: number }>(sql`
    SELECT ${supportsColumn},
      EXISTS (SELECT 1 FROM supports WHERE ${isSupportOf(user.id, id)}) AS is_supported
    FROM comments c WHERE c.id = ${id}`)
  if (!row) throw new AppError('not_found')
  return { supports: parseSupports(row.supports), isSupported: row.is_supported === 1 }
}
