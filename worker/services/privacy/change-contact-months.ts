import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { PrivacyDesk } from '../../contract/privacy'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { consultationKey, currentConsultation } from '../plan/current'
import { readPrivacyDesk } from './read-privacy-desk'

/**
 * Says for how many months after closing this consultation keeps contacts. Once anybody left one, the period can be shortened
 * and not prolonged: `contact_period_promised`.
 */
export async function changeContactMonths(ctx: ServiceContext, months: number): Promise<PrivacyDesk> {
  assertRole(ctx, 'admin')
  const { db } = ctx
  const before = await readPrivacyDesk(ctx)
  if (before.contactMonths === months) return before
  const mayChange = sql`EXISTS (
    SELECT 1 FROM consultations s WHERE s.id = ${currentConsultation(ctx)} AND (s.contact_months > ${months} OR NOT EXISTS (
      SELECT 1 FROM comment_contacts k JOIN comments c ON c.id = k.comment_id WHERE c.consultation_id = s.id)))`
  const [, changed] = await db.batch([
    recordAudit(
      ctx,
      {
        action: 'settings.changed',
        subjectKind: 'consultation',
        subjectId: consultationKey(ctx),
        data: { contactMonths: [before.contactMonths, months] },
      },
      mayChange,
    ),
    db.run(sql`
      UPDATE consultations SET contact_months = ${months} WHERE id = ${currentConsultation(ctx)} AND ${mayChange}`),
  ])
  if (changed.rowsAffected === 0) throw new AppError('contact_period_promised')
  return readPrivacyDesk(ctx)
}
