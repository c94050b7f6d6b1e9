import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'
import type { ClauseChangeKind } from '../../../contract/words'
import { groupRows } from '../../../db/group-rows'
import type { RowClauseChange } from '../export-row'
import type { ExportScope } from '../scope'

interface NamedClause {
  key: string
  measureId: number
  text: string
  introducedIn: number
  changes: ClauseChangeRow[]
}
interface ClauseChangeRow {
  id: number
  clause_id: number
  revision: number
  kind: ClauseChangeKind
  text: string | null
  reason: string
  is_published: number
}

/** What export rows refer to by id, read once: a few hundred rows, however many comments there are. */
export interface PlanNames {
  measures: Map<number, { key: string; title: string; themeNumber: number; themeTitle: string }>
  clauses: Map<number, NamedClause>
  changes: Map<number, RowClauseChange & { isPublished: boolean; reason: string }>
  targets: Map<number, { key: string; quote: string; unit: string }>
  units: Map<number, string>
  /** Key and name, as the newest published codebook has it. */
  codes: Map<number, string>
  /** Wordings, by {@link wordingKey}. */
  reasons: Map<string, string>
  users: Map<string, string>
}

export const wordingKey = (reasonId: string, version: number | null) => `${reasonId}.${version}`

export async function readPlanNames(
  { db }: ServiceContext,
  { consultationId }: Pick<ExportScope, 'consultationId'>,
): Promise<PlanNames> {
  const own = sql`m.consultation_id = ${consultationId}`
  const [measures, clauses, changes, targets, units, codes, reasons, users] = await db.batch([
    db.all<{ id: number; key: string; title: string; theme_number: number; theme_title: string }>(sql`
      SELECT m.id, m.key, m.title, t.number AS theme_number, t.title AS theme_title
      FROM measures m JOIN themes t ON t.id = m.theme_id WHERE ${own} ORDER BY t.number, m.number`),
    db.all<{ id: number; key: string; measure_id: number; text: string; introduced_in: number }>(sql`
      SELECT cl.id, cl.key, cl.measure_id, cl.text, cl.introduced_in
      FROM measures m JOIN clauses cl ON cl.measure_id = m.id JOIN themes t ON t.id = m.theme_id
      WHERE ${own} ORDER BY t.number, m.number, cl.number`),
    db.all<ClauseChangeRow>(sql`
      SELECT h.id, h.clause_id, p.number AS revision, h.kind, h.text, h.reason,
        p.published_at IS NOT NULL AS is_published
      FROM plan_revisions p JOIN clause_changes h ON h.plan_revision_id = p.id
      WHERE p.consultation_id = ${consultationId} ORDER BY p.number, h.clause_id`),
    db.all<{ id: number; key: string; quote: string; unit: string }>(sql`
      SELECT t.id, t.key, t.quote, t.unit FROM measures m JOIN clauses cl ON cl.measure_id = m.id
      JOIN targets t ON t.clause_id = cl.id WHERE ${own}`),
    db.all<{ id: number; name: string }>(sql`SELECT id, name FROM units`),
    db.all<{ id: number; name: string }>(sql`
      SELECT k.id, coalesce((SELECT k.key || ' ' || e.name FROM codebook_entries e
        JOIN codebooks b ON b.id = e.codebook_id AND b.published_at IS NOT NULL
        WHERE e.code_id = k.id ORDER BY b.version DESC LIMIT 1), k.key) AS name
      FROM codes k WHERE k.consultation_id = ${consultationId}`),
    db.all<{ reason_id: string; version: number; zh: string }>(
      sql`SELECT reason_id, version, zh FROM reason_wordings`,
    ),
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM users`),
  ])
  const changesOf = groupRows(changes, (row) => row.clause_id)
  const clauseKeys = new Map(clauses.map(({ id, key }) => [id, key]))
  return {
    measures: new Map(
      measures.map(({ id, key, title, theme_number, theme_title }) => [
        id,
        { key, title, themeNumber: theme_number, themeTitle: theme_title },
      ]),
    ),
    clauses: new Map(
      clauses.map(({ id, key, measure_id, text, introduced_in }) => [
        id,
        { key, measureId: measure_id, text, introducedIn: introduced_in, changes: changesOf.get(id) ?? [] },
      ]),
    ),
    changes: new Map(
      changes.map(({ id, clause_id, revision, kind, text, reason, is_published }) => [
        id,
        {
          clauseKey: clauseKeys.get(clause_id) ?? '',
          revision,
          kind,
          text,
          reason,
          isPublished: is_published === 1,
        },
      ]),
    ),
    targets: new Map(targets.map(({ id, ...target }) => [id, target])),
    units: new Map(units.map(({ id, name }) => [id, name])),
    codes: new Map(codes.map(({ id, name }) => [id, name])),
    reasons: new Map(reasons.map(({ reason_id, version, zh }) => [wordingKey(reason_id, version), zh])),
    users: new Map(users.map(({ id, name }) => [id, name])),
  }
}

/** How a clause read in a published revision; where that removed it, how it read last. */
export function readingOf({ text, changes }: NamedClause, revision: number): string {
  return changes.reduce(
    (read, change) =>
      change.is_published === 1 && change.revision <= revision && change.text !== null ? change.text : read,
    text,
  )
}
