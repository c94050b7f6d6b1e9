import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { AnnexReaders, NameReader } from '../../contract/annexes'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { isStaff } from '../casework/is-staff'
import { currentConsultation } from '../plan/current'
import { isHeadOf } from '../plan-revisions/read-overview'

/** Who may read the confidential annexes of the consultation. */
export async function listReaders(ctx: ServiceContext): Promise<AnnexReaders> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const named = sql`annex_readers r WHERE r.consultation_id = ${currentConsultation(ctx)}`
  const [[head], readers, colleagues] = await db.batch([
    db.all<{ is_head: number }>(sql`SELECT ${isHeadOf(me.id)} AS is_head`),
    db.all<{ id: string; name: string; named_by: string; named_at: number }>(sql`
      SELECT u.id, u.name, b.name AS named_by, r.named_at
      FROM annex_readers r JOIN users u ON u.id = r.user_id AND ${isStaff} JOIN users b ON b.id = r.named_by
      WHERE r.consultation_id = ${currentConsultation(ctx)} ORDER BY r.named_at, u.name`),
    db.all<{ id: string; name: string }>(sql`
      SELECT u.id, u.name FROM users u WHERE ${isStaff} AND u.id NOT IN (SELECT r.user_id FROM ${named}) ORDER BY u.name`),
  ])
  return {
    mayName: me.role === 'admin' || head?.is_head === 1,
    readers: readers.map(({ id, name, named_by, named_at }) => ({
      ...{ id, name, namedBy: named_by },
      namedAt: new Date(named_at).toISOString(),
    })),
    colleagues,
  }
}

/** Names somebody of the staff to read them, or takes that back; an administrator does, or the head of a unit. */
export async function nameReader(ctx: ServiceContext, { user, isReader }: NameReader): Promise<AnnexReaders> {
  const me = assertRole(ctx, 'staff')
  const standing = await listReaders(ctx)
  if (!standing.mayName) throw new AppError('head_required')
  const people = isReader ? [...standing.colleagues, ...standing.readers] : standing.readers
  if (!people.some(({ id }) => id === user)) throw invalidField('user', 'colleague_unknown')
  const { db, now } = ctx
  const consultation = currentConsultation(ctx)
  await db.batch([
    isReader
      ? db.run(sql`
          INSERT INTO annex_readers (consultation_id, user_id, named_by, named_at)
          SELECT ${consultation}, u.id, ${me.id}, ${now.getTime()} FROM users u WHERE u.id = ${user} AND ${isStaff}
          ON CONFLICT DO NOTHING`)
      : db.run(sql`DELETE FROM annex_readers WHERE consultation_id = ${consultation} AND user_id = ${user}`),
    recordAudit(
      ctx,
      { action: 'annex.reader_changed', subjectKind: 'user', subjectId: user, data: { isReader } },
      sql`changes() > 0`,
    ),
  ])
  return listReaders(ctx)
}
