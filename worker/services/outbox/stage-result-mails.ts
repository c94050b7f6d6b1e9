import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'

/** So many contacts in one write, so many writes in one round. */
const atOnce = 1_000
const writes = 100

interface Mailing {
  consultation_id: number
  after_id: number
}

/**
 * Has a mail wait for each author with an e-mail address whose comment was disposed of in a result that is public: once each,
 * from where an earlier round came to.
 */
export async function stageResultMails(
  ctx: ServiceContext,
  { size = atOnce }: { size?: number } = {},
): Promise<void> {
  for (let round = 0; round < writes; round += 1) {
    const [mailing] = await ctx.db.all<Mailing>(sql`
      SELECT consultation_id, after_id FROM result_mailings WHERE done_at IS NULL ORDER BY consultation_id LIMIT 1`)
    if (!mailing) return
    await stage(ctx, mailing, size)
  }
}

async function stage(
  { db, now: at }: ServiceContext,
  { consultation_id: id, after_id: after }: Mailing,
  size: number,
): Promise<void> {
  const now = at.getTime()
  const contacts = sql`(
    SELECT comment_id, kind FROM comment_contacts WHERE comment_id > ${after} ORDER BY comment_id LIMIT ${size})`
  await db.batch([
    db.run(sql`
      INSERT INTO outbox_messages (kind, comment_id, subject_id, dedupe_key, created_at, next_attempt_at)
      SELECT 'result', c.id, ${String(id)}, 'result.' || c.public_id, ${now}, ${now}
      FROM ${contacts} k CROSS JOIN comments c ON c.id = k.comment_id AND c.consultation_id = ${id}
      CROSS JOIN cases s ON s.comment_id = c.id AND s.is_admissible = 1 AND s.disposition IS NOT NULL
      WHERE k.kind = 'email' AND EXISTS (
        SELECT 1 FROM result_mailings WHERE consultation_id = ${id} AND after_id = ${after} AND done_at IS NULL)
      ORDER BY c.id
      ON CONFLICT (dedupe_key) DO NOTHING`),
    db.run(sql`
      UPDATE result_mailings SET after_id = coalesce((SELECT max(comment_id) FROM ${contacts}), after_id),
        done_at = iif((SELECT count(*) FROM ${contacts}) < ${size}, ${now}, NULL)
      WHERE consultation_id = ${id} AND after_id = ${after} AND done_at IS NULL`),
  ])
}
