import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ChangeView, RevisionsView, RevisionView, StaffRevisionView } from '../../contract/revisions'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'
import { type ChangeRow, changeColumns, presentCauses } from '../plan/change-rows'
import { isEffective, textAt } from '../plan/clause-text'
import { currentConsultation, publishedRevision } from '../plan/current'
import { type NamedRow, presentNamed } from '../plan/present'

/** The published revisions, newest first: what each changed, and the public comments that caused it. */
export async function readRevisions(ctx: ServiceContext): Promise<RevisionsView> {
  const { revisions, published, measuresOf } = await readAll(ctx)
  return {
    published,
    items: revisions
      .filter(({ published_at }) => published_at !== null)
      .map((row) => ({ ...presentRevision(row), measures: measuresOf(row.number, presentChange) })),
  }
}

/** One revision, the draft included, with all that caused its changes, public or not. */
export async function readRevision(ctx: ServiceContext, number: number): Promise<StaffRevisionView> {
  assertRole(ctx, 'staff')
  const { revisions, measuresOf } = await readAll(ctx, sql`1`)
  const row = revisions.find((each) => each.number === number)
  if (!row) throw new AppError('not_found')
  return {
    ...presentRevision(row),
    createdBy: row.created_by,
    createdAt: new Date(row.created_at).toISOString(),
    publishedBy: row.published_by,
    measures: measuresOf(number, (clause, change) => ({
      ...presentChange(clause, change),
      changedBy: change.changed_by,
      changedAt: new Date(change.changed_at).toISOString(),
    })),
  }
}

interface RevisionRow {
  number: number
  note: string
  created_at: number
  created_by: string
  published_at: number | null
  published_by: string | null
}

interface AuthoredChangeRow extends ChangeRow {
  changed_by: string
  changed_at: number
}

interface ClauseRow {
  id: number
  measure_id: number
  key: string
  number: number
  text: string
  introduced_in: number
}

interface ChangedClause {
  key: string
  text: string
  introducedIn: number
  rows: AuthoredChangeRow[]
}

async function readAll(ctx: ServiceContext, isShown?: SQL) {
  const { db } = ctx
  const isChanged = sql`cl.id IN (SELECT clause_id FROM clause_changes) AND cl.measure_id IN (
    SELECT id FROM measures WHERE consultation_id = ${currentConsultation(ctx)})`
  const [[consultation], revisions, measures, clauses, changes] = await db.batch([
    db.all<{ published: number | null }>(sql`SELECT ${publishedRevision(ctx)} AS published`),
    db.all<RevisionRow>(sql`
      SELECT p.number, p.note, p.created_at, p.published_at, c.name AS created_by, u.name AS published_by
      FROM plan_revisions p JOIN users c ON c.id = p.created_by LEFT JOIN users u ON u.id = p.published_by
      WHERE p.consultation_id = ${currentConsultation(ctx)} ORDER BY p.number DESC`),
    db.all<NamedRow & { id: number }>(
      sql`SELECT * FROM measures WHERE consultation_id = ${currentConsultation(ctx)} ORDER BY theme_id, number`,
    ),
    db.all<ClauseRow>(sql`
      SELECT cl.id, cl.measure_id, cl.key, cl.number, cl.text, cl.introduced_in FROM clauses cl
      WHERE ${isChanged} ORDER BY cl.measure_id, cl.number`),
    db.all<AuthoredChangeRow>(sql`
      SELECT ${changeColumns(isShown)}, u.name AS changed_by, h.changed_at
      FROM plan_revisions p JOIN clause_changes h ON h.plan_revision_id = p.id JOIN users u ON u.id = h.changed_by
      WHERE p.consultation_id = ${currentConsultation(ctx)}`),
  ])
  if (!consultation?.published) throw new AppError('not_found')
  const rowsOf = groupRows(changes, (row) => row.clause_id)
  const clausesOf = groupRows(clauses, (row) => row.measure_id)

  function measuresOf<Shown>(
    number: number,
    present: (clause: ChangedClause, change: AuthoredChangeRow) => Shown,
  ) {
    return measures.flatMap((measure) => {
      const shown = (clausesOf.get(measure.id) ?? []).flatMap(({ id, key, text, introduced_in }) => {
        const clause = { key, text, introducedIn: introduced_in, rows: rowsOf.get(id) ?? [] }
        const change = clause.rows.find(({ revision }) => revision === number)
        return change && isEffective(clause, clause.rows, change) ? [present(clause, change)] : []
      })
      return shown.length > 0 ? [{ ...presentNamed(measure), changes: shown }] : []
    })
  }
  return { published: consultation.published, revisions, measuresOf }
}

function presentRevision(row: RevisionRow): Omit<RevisionView, 'measures'> {
  return {
    number: row.number,
    note: row.note,
    publishedAt: row.published_at === null ? null : new Date(row.published_at).toISOString(),
  }
}

function presentChange(clause: ChangedClause, change: ChangeRow): ChangeView {
  return {
    id: change.id,
    revision: change.revision,
    clauseKey: clause.key,
    kind: change.kind,
    before: textAt(clause, clause.rows, change.revision - 1),
    after: change.text,
    reason: change.reason,
    ...presentCauses(change),
  }
}
