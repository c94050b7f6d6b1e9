import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { deleteOnRecord } from '../privacy/delete-on-record'

/** Deletes the contacts of consultations that closed longer ago than they promised to keep them. */
export async function deleteExpiredContacts(ctx: ServiceContext): Promise<void> {
  const closed = sql`(
    SELECT id FROM consultations
    WHERE unixepoch(closes_at / 1000, 'unixepoch', '+' || contact_months || ' months') * 1000 < ${ctx.now.getTime()})`
  await deleteOnRecord(
    ctx,
    'contacts',
    [
      sql`comment_contacts WHERE comment_id IN (
        SELECT c.id FROM consultations s JOIN comments c ON c.consultation_id = s.id WHERE s.id IN ${closed})`,
    ],
    { act: { action: 'contacts.deleted', subjectKind: 'consultation', subjectId: 'expired' } },
  )
}
