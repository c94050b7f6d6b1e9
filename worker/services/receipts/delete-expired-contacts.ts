import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { recordAudit } from '../audit/record'

/** How long after closing a contact is kept, in days. */
const retentionDays = 365
const day = 86_400_000

/** Deletes the contacts of consultations that closed more than twelve months ago, and records how many there were. */
export async function deleteExpiredContacts(ctx: ServiceContext): Promise<void> {
  const { db, now } = ctx
  const expired = sql`comment_id IN (
    SELECT c.id FROM consultations s JOIN comments c ON c.consultation_id = s.id
    WHERE s.closes_at < ${now.getTime() - retentionDays * day})`
  const [found] = await db.all<{ count: number }>(
    sql`SELECT count(*) AS count FROM comment_contacts WHERE ${expired}`,
  )
  if (!found?.count) return
  await db.batch([
    db.run(sql`DELETE FROM comment_contacts WHERE ${expired}`),
    recordAudit(ctx, {
      action: 'contacts.deleted',
      subjectKind: 'consultation',
      subjectId: 'expired',
      data: { count: found.count },
    }),
  ])
}
