import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import { deleteInParts } from '../privacy/delete-on-record'

const day = 86_400_000
const atOnce = 5_000

/**
 * Forgets what was sent more than {@link limits.sentMailDays} ago, and what was given up and has no address any more. A notice
 * of delay is kept until its day is over, for nobody is mailed the same day twice.
 */
export async function deleteOldMessages(ctx: ServiceContext): Promise<void> {
  const now = ctx.now.getTime()
  await deleteAll(
    ctx,
    sql`
      SELECT id FROM outbox_messages o INDEXED BY outbox_messages_sent
      WHERE sent_at < ${now - limits.sentMailDays * day} AND NOT EXISTS (
        SELECT 1 FROM delay_notices WHERE id = o.subject_id AND promised_at > ${now})`,
  )
  await deleteAll(
    ctx,
    sql`
      SELECT id FROM outbox_messages o INDEXED BY outbox_messages_given_up
      WHERE given_up_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM comment_contacts WHERE comment_id = o.comment_id AND kind = 'email')`,
  )
}

const deleteAll = (ctx: ServiceContext, ids: SQL): Promise<void> =>
  deleteInParts(
    ctx,
    'messages',
    sql`outbox_messages WHERE id IN (${ids} LIMIT ${sql.raw(String(atOnce))})`,
    atOnce,
  )
