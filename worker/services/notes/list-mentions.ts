import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { MentionList, MentionsQuery } from '../../contract/notes'
import { parseCursor, takePage } from '../paging/cursor'
import { type NoteRow, noteColumns, presentNote } from './note-row'

/** The notes that mention whoever asks and wait to be read, newest first. */
export async function listMentions(ctx: ServiceContext, { after }: MentionsQuery): Promise<MentionList> {
  const me = assertRole(ctx, 'staff')
  const cursor = parseCursor(after, 1)
  const limit = limits.pageSize
  const rows = await ctx.db.all<NoteRow>(sql`
    SELECT ${noteColumns(me)} FROM note_mentions w INDEXED BY note_mentions_unread
    CROSS JOIN staff_notes n ON n.id = w.note_id
    WHERE w.user_id = ${me.id} AND w.read_at IS NULL
      ${cursor ? sql`AND w.note_id < ${BigInt(cursor[0] ?? 0)}` : sql``}
    ORDER BY w.note_id DESC LIMIT ${limit + 1}`)
  return takePage(
    rows,
    limit,
    (row) => presentNote(me, row),
    (row) => [row.id],
  )
}
