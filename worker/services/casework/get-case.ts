import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CaseView } from '../../contract/casework'
import { limits } from '../../contract/limits'
import { AppError } from '../../errors'
import { isReader } from '../annexes/is-reader'
import { standsInThread } from '../comments/is-public'
import { type CommentRow, commentColumns } from '../comments/present'
import { filesColumn } from '../files/file-row'
import { type NoteRow, noteColumns } from '../notes/note-row'
import { opinionColumns } from '../opinions/read-opinions'
import { currentText, textReadAt } from '../plan/clause-text'
import { assignmentColumns, assignmentJoins } from './assignment'
import type { CaseRow, DispositionCountRow, MeasureUnitRow, StanceRow } from './case-row'
import { presentCase } from './present-case'

/** Near-identical comments that are named beside a case. */
const lookalikesShown = 20

/** A case as its screen shows it: the comment where it stands, what was said besides, whose it is, and the notes. */
export async function getCase(ctx: ServiceContext, publicId: string): Promise<CaseView> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const comment = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  const measure = sql`(SELECT measure_id FROM cases WHERE comment_id = ${comment})`
  const [[row], ancestors, replies, lookalikes, stances, dispositions, units, ownNotes, sharedNotes] =
    await db.batch([
      db.all<CaseRow>(sql`
      SELECT ${commentColumns}, ${opinionColumns}, ${filesColumn}, ${isReader(me)} AS may_open_annex, c.state, c.revision, nullif(c.uscc, '') AS uscc, c.channel, c.quote, c.plan_revision AS made_on,
        k.is_admissible, k.opened_at, k.disposition, k.disposition_version, ${assignmentColumns},
        m.title AS measure_title, m.short_title, m.short_title_en, n.plan_revision AS current_revision,
        cl.number AS clause_number, ${textReadAt(sql.raw('c.plan_revision'))} AS clause_text,
        ${currentText} AS current_text, g.member_count AS group_count
      FROM comments c JOIN cases k ON k.comment_id = c.id JOIN measures m ON m.id = c.measure_id
      JOIN consultations n ON n.id = c.consultation_id LEFT JOIN clauses cl ON cl.id = c.clause_id
      LEFT JOIN similar_groups g ON g.id = c.similar_group_id ${assignmentJoins}
      WHERE c.public_id = ${publicId}`),
      db.all<CommentRow>(sql`
      WITH RECURSIVE up(id, parent_id) AS (
        SELECT id, parent_id FROM comments WHERE id = ${comment}
        UNION ALL SELECT p.id, p.parent_id FROM up JOIN comments p ON p.id = up.parent_id)
      SELECT ${commentColumns} FROM up JOIN comments c ON c.id = up.id
      WHERE c.public_id <> ${publicId} AND ${standsInThread} ORDER BY c.depth`),
      db.all<CommentRow>(sql`
      WITH RECURSIVE down(id) AS (
        SELECT c.id FROM comments c INDEXED BY comments_of_parent WHERE c.parent_id = ${comment} AND ${standsInThread}
        UNION ALL
        SELECT c.id FROM down JOIN comments c INDEXED BY comments_of_parent ON c.parent_id = down.id AND ${standsInThread}
        LIMIT ${limits.repliesShown})
      SELECT ${commentColumns} FROM down CROSS JOIN comments c ON c.id = down.id`),
      db.all<{ public_id: string }>(sql`
      SELECT c.public_id FROM comments c INDEXED BY comments_of_similar_group
      JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
      WHERE c.similar_group_id = (SELECT similar_group_id FROM comments WHERE id = ${comment})
        AND c.public_id <> ${publicId} ORDER BY c.id LIMIT ${lookalikesShown}`),
      db.all<StanceRow>(sql`
      SELECT participant_kind, stance, count FROM comment_counts
      WHERE measure_id = ${measure} AND state IN ('published', 'private')`),
      db.all<DispositionCountRow>(sql`
      SELECT disposition, count FROM case_counts WHERE measure_id = ${measure}`),
      db.all<MeasureUnitRow>(sql`
      SELECT u.key, u.name, u.name_en, b.part FROM measure_units b JOIN units u ON u.id = b.unit_id
      WHERE b.measure_id = ${measure} ORDER BY b.part, u.id`),
      db.all<NoteRow>(sql`
      SELECT ${noteColumns(me)} FROM (
        SELECT * FROM staff_notes INDEXED BY staff_notes_of_comment
        WHERE comment_id = ${comment} ORDER BY id DESC LIMIT ${limits.notesShown}) AS n`),
      db.all<NoteRow>(sql`
      SELECT ${noteColumns(me)} FROM (
        SELECT * FROM staff_notes INDEXED BY staff_notes_of_measure
        WHERE measure_id = ${measure} AND comment_id IS NULL ORDER BY id DESC LIMIT ${limits.notesShown}) AS n`),
    ])
  if (!row) throw new AppError('not_found')
  const notes = [...ownNotes, ...sharedNotes].sort((a, b) => a.id - b.id)
  return presentCase(me, row, { ancestors, replies, lookalikes, stances, dispositions, units, notes })
}
