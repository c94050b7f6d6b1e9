import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { startOfBeijingDate } from '../../contract/beijing-time'
import type { ConsultationOffice, Extend } from '../../contract/consultations'
import { limits } from '../../contract/limits'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { listOffice } from './list-office'

const day = 86_400_000

/**
 * Puts the closing day of a consultation off, for a reason that is printed; it is never brought forward, and what has closed stays
 * closed. Refuses with `closing_changed` where somebody else did so meanwhile.
 */
export async function extendConsultation(
  ctx: ServiceContext,
  { key, closesAt: seen, closesOn, reason }: Extend,
): Promise<ConsultationOffice> {
  const admin = assertRole(ctx, 'admin')
  const { db } = ctx
  const now = ctx.now.getTime()
  const closesAt = startOfBeijingDate(closesOn).getTime() + day
  const [found] = await db.all<{ opens_at: number; closes_at: number }>(
    sql`SELECT opens_at, closes_at FROM consultations WHERE key = ${key}`,
  )
  if (!found) throw new AppError('not_found')
  if (found.closes_at <= now) throw new AppError('consultation_closed')
  if (closesAt <= found.closes_at) throw invalidField('closesOn', 'closing_not_later')
  if (closesAt - found.opens_at > limits.longestPeriod * day)
    throw invalidField('closesOn', 'period_too_long')
  const isSeen = sql`s.key = ${key} AND s.closes_at = ${Date.parse(seen)} AND s.closes_at > ${now}`
  const [, extended] = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'consultation.extended',
        subjectKind: 'consultation',
        subjectId: key,
        data: { from: seen, to: new Date(closesAt).toISOString(), reason },
      },
      sql`EXISTS (SELECT 1 FROM consultations s WHERE ${isSeen})`,
    ),
    db.run(sql`
      INSERT INTO consultation_extensions
        (consultation_id, number, closed_at, closes_at, reason, extended_by, extended_at)
      SELECT s.id, 1 + (SELECT count(*) FROM consultation_extensions WHERE consultation_id = s.id), s.closes_at,
        ${closesAt}, ${reason}, ${admin.id}, ${now}
      FROM consultations s WHERE ${isSeen}`),
  ])
  if (extended.rowsAffected === 0) throw new AppError('closing_changed')
  return listOffice(ctx)
}
