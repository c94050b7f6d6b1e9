import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DispositionView } from '../../contract/dispositions'
import type { Disposition } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { type ClauseChangeRow, clauseChangeColumns, effectiveOf, presentChange } from './clause-changes'
import { isTheirCase } from './whose'

/** What was made of a comment, newest first with who and when, and the changes of its measure's clauses that it may have led to. */
export async function readDisposition(ctx: ServiceContext, publicId: string): Promise<DispositionView> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const id = sql`(SELECT id FROM comments WHERE public_id = ${publicId})`
  const measure = sql`(SELECT measure_id FROM comments WHERE public_id = ${publicId})`
  const [[row], records, used, choices] = await db.batch([
    db.all<CaseRow>(sql`
      SELECT k.is_admissible, ${isTheirCase(me)} AS is_mine, k.disposition, k.disposition_version AS version, c.revision,
        coalesce((SELECT member_count FROM similar_groups WHERE id = c.similar_group_id), 1) AS similar
      FROM comments c JOIN cases k ON k.comment_id = c.id WHERE c.id = ${id}`),
    db.all<RecordRow>(sql`
      SELECT d.version, d.comment_revision AS revision, d.disposition, d.reason, d.passed_to, d.disposed_at, u.name AS by, d.standard_text_id,
        d.standard_text_version, w.title
      FROM dispositions d JOIN users u ON u.id = d.disposed_by
      LEFT JOIN standard_text_versions w
        ON w.standard_text_id = d.standard_text_id AND w.version = d.standard_text_version
      WHERE d.comment_id = ${id} ORDER BY d.version DESC`),
    db.all<ClauseChangeRow & { version: number }>(sql`
      SELECT x.version, ${clauseChangeColumns} FROM disposition_changes x JOIN clause_changes h ON h.id = x.clause_change_id
      JOIN clauses cl ON cl.id = h.clause_id JOIN plan_revisions p ON p.id = h.plan_revision_id
      WHERE x.comment_id = ${id} ORDER BY cl.number`),
    db.all<ClauseChangeRow>(sql`
      SELECT ${clauseChangeColumns} FROM clauses cl JOIN clause_changes h ON h.clause_id = cl.id
      JOIN plan_revisions p ON p.id = h.plan_revision_id
      WHERE cl.measure_id = ${measure} ORDER BY p.number DESC, cl.number`),
  ])
  if (!row) throw new AppError('not_found')
  const changesOf = groupRows(used, ({ version }) => version)
  return {
    publicId,
    isAdmissible: row.is_admissible === 1,
    isMine: row.is_mine === 1,
    version: row.version,
    revision: row.revision,
    disposition: row.disposition,
    history: records.map((record) => ({
      version: record.version,
      revision: record.revision,
      disposition: record.disposition,
      reason: record.reason,
      passedTo: record.passed_to,
      changes: (changesOf.get(record.version) ?? []).map(presentChange),
      standardText: presentStandardText(record),
      by: record.by,
      at: new Date(record.disposed_at).toISOString(),
    })),
    changes: effectiveOf(choices).map(presentChange),
    similar: row.similar,
  }
}

interface CaseRow {
  is_admissible: number
  is_mine: number
  disposition: Disposition | null
  version: number
  revision: number
  similar: number
}

interface RecordRow extends UsedTextRow {
  version: number
  revision: number
  disposition: Disposition
  reason: string
  passed_to: string | null
  disposed_at: number
  by: string
}

export interface UsedTextRow {
  standard_text_id: number | null
  standard_text_version: number | null
  title: string | null
}

/** The standard text that something was written from, where it was. */
export function presentStandardText(row: UsedTextRow) {
  const { standard_text_id: id, standard_text_version: version, title } = row
  return id !== null && version !== null && title !== null ? { id, version, title } : null
}
