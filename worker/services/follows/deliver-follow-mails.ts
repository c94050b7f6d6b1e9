import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { deliverDue } from '../outbox/deliver-due'
import type { Mailer } from '../outbox/mailer'
import { isPutOffTooLong } from '../outbox/rules'
import { deleteFollow } from './end-follow'
import { readFollowMail } from './read-follow-mail'

interface FollowMail {
  id: number
  follow_id: number
  attempts: number
  created_at: number
}

/**
 * Sends a round of the mails to followers. An address that its own server takes nothing for is followed no more. Without an origin for
 * its links a mail waits.
 */
export async function deliverFollowMails(
  ctx: ServiceContext,
  mailer: Mailer,
  { origin = null }: { origin?: string | null } = {},
): Promise<void> {
  await deliverDue<FollowMail>(ctx, mailer, {
    table: 'follow_mails',
    key: ['id'],
    lanes: 5,
    read: async ({ id }) => origin && ((await readFollowMail(ctx, id, origin)) ?? 'nothing_left'),
    refuse: ({ follow_id }) => deleteFollow(ctx, sql`(${follow_id})`),
    isTooLong: ({ created_at }) => isPutOffTooLong(ctx, created_at),
  })
}
