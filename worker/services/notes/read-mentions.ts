import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { ReadMentions, UnreadMentions } from '../../contract/notes'

/** Notes down that whoever asks has read these; others' mentions and what was read before stay as they are. */
export async function readMentions(ctx: ServiceContext, { notes }: ReadMentions): Promise<UnreadMentions> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [, [left]] = await db.batch([
    db.run(sql`
      UPDATE note_mentions SET read_at = ${now.getTime()}
      WHERE user_id = ${me.id} AND read_at IS NULL AND note_id IN (SELECT value FROM json_each(${JSON.stringify(notes)}))`),
    db.all<{ unread: number }>(sql`
      SELECT count(*) AS unread FROM (
        SELECT 1 FROM note_mentions INDEXED BY note_mentions_unread
        WHERE user_id = ${me.id} AND read_at IS NULL LIMIT ${limits.casesCounted})`),
  ])
  return { unread: left?.unread ?? 0 }
}
