import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { NewNote, NoteView } from '../../contract/notes'
import { AppError, invalidField } from '../../errors'
import { recordAudit } from '../audit/record'
import { isStaff } from '../casework/is-staff'
import { currentConsultation } from '../plan/current'
import { type NoteRow, noteColumns, presentNote } from './note-row'

/** Leaves a word for colleagues on a case or on a measure; whom it mentions finds it among their mentions. */
export async function writeNote(ctx: ServiceContext, input: NewNote): Promise<NoteView> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const now = ctx.now.getTime()
  const { comment = null, measure = null, text } = input
  const mentioned = JSON.stringify([...new Set(input.mentions)])
  const place = comment
    ? sql`SELECT k.measure_id, k.comment_id FROM comments c JOIN cases k ON k.comment_id = c.id WHERE c.public_id = ${comment}`
    : sql`SELECT id AS measure_id, NULL AS comment_id FROM measures
        WHERE consultation_id = ${currentConsultation(ctx)} AND key = ${measure}`
  const areStaff = sql`NOT EXISTS (
    SELECT 1 FROM json_each(${mentioned}) j WHERE NOT EXISTS (
      SELECT 1 FROM users u WHERE u.id = j.value AND ${isStaff}))`
  const [written, , , found] = await db.batch([
    db.run(sql`
      INSERT INTO staff_notes (measure_id, comment_id, text, written_by, written_at)
      SELECT measure_id, comment_id, ${text}, ${me.id}, ${now} FROM (${place}) WHERE ${areStaff}`),
    recordAudit(
      ctx,
      {
        action: 'note.written',
        subjectKind: comment ? 'comment' : 'measure',
        subjectId: comment ?? measure ?? '',
        data: { mentions: new Set(input.mentions).size },
      },
      sql`changes() > 0`,
    ),
    db.run(sql`
      INSERT INTO note_mentions (note_id, user_id)
      SELECT (SELECT max(id) FROM staff_notes), j.value FROM json_each(${mentioned}) j WHERE changes() > 0`),
    db.all<NoteRow>(sql`
      SELECT ${noteColumns(me)} FROM staff_notes n WHERE n.id = (SELECT max(id) FROM staff_notes)`),
  ])
  const [row] = found
  if (written.rowsAffected === 0 || !row) throw await explainMiss(ctx, input)
  return presentNote(me, row)
}

async function explainMiss(ctx: ServiceContext, { comment, measure }: NewNote): Promise<AppError> {
  const [place] = await ctx.db.all(
    comment
      ? sql`SELECT 1 FROM comments c JOIN cases k ON k.comment_id = c.id WHERE c.public_id = ${comment}`
      : sql`SELECT 1 FROM measures WHERE consultation_id = ${currentConsultation(ctx)} AND key = ${measure ?? ''}`,
  )
  return place ? invalidField('mentions', 'colleague_unknown') : new AppError('not_found')
}
