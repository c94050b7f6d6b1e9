import { type SQL, sql } from 'drizzle-orm'
import type { UserActor } from '../../context'
import type { NoteView } from '../../contract/notes'

/** Of `staff_notes AS n`, as this member of staff sees it. */
export const noteColumns = (me: UserActor): SQL => sql`
  n.id, n.text, n.written_by, n.written_at,
  (SELECT name FROM users WHERE id = n.written_by) AS writer,
  (SELECT key FROM measures WHERE id = n.measure_id) AS measure_key,
  (SELECT public_id FROM comments WHERE id = n.comment_id) AS public_id,
  (SELECT json_group_array(json_object('id', u.id, 'name', u.name))
    FROM note_mentions w JOIN users u ON u.id = w.user_id WHERE w.note_id = n.id) AS mentions,
  EXISTS (SELECT 1 FROM note_mentions WHERE note_id = n.id AND user_id = ${me.id} AND read_at IS NULL) AS is_unread`

export interface NoteRow {
  id: number
  text: string
  written_by: string
  written_at: number
  writer: string
  measure_key: string
  public_id: string | null
  mentions: string
  is_unread: number
}

export function presentNote(me: UserActor, row: NoteRow): NoteView {
  const mentions = JSON.parse(row.mentions) as { id: string; name: string }[]
  return {
    id: row.id,
    publicId: row.public_id,
    measureKey: row.measure_key,
    text: row.text,
    by: row.writer,
    isMine: row.written_by === me.id,
    at: new Date(row.written_at).toISOString(),
    mentions: mentions.map(({ id, name }) => ({ name, isMe: id === me.id })),
    isUnread: row.is_unread === 1,
  }
}
