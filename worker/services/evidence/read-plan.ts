import { sql } from 'drizzle-orm'
import type { ClauseChangeKind } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import type { ReadPage } from '../exports/reading/pages'
import { textAt } from '../plan/clause-text'

interface ClauseRow {
  id: number
  measure_id: number
  key: string
  text: string
  introduced_in: number
}
interface ChangeRow {
  id: number
  clause_id: number
  key: string
  revision: number
  kind: ClauseChangeKind
  text: string | null
  reason: string
}

/** The plan as it was put out, what each published revision changed, and how every revision reads as a whole. */
export async function readPlan(read: ReadPage, consultationId: number) {
  const themes = await read<{ number: number; title: string }>(
    sql`SELECT number, title FROM themes WHERE consultation_id = ${consultationId} ORDER BY number`,
  )
  const measures = await read<{ id: number; key: string; title: string; theme: number }>(sql`
    SELECT m.id, m.key, m.title, t.number AS theme FROM measures m JOIN themes t ON t.id = m.theme_id
    WHERE m.consultation_id = ${consultationId} ORDER BY t.number, m.number`)
  const revisions = await read<{ number: number; published_at: number }>(sql`
    SELECT number, published_at FROM plan_revisions
    WHERE consultation_id = ${consultationId} AND published_at IS NOT NULL ORDER BY number`)
  const newest = revisions.at(-1)?.number ?? 1
  const clauses = await read<ClauseRow>(sql`
    SELECT cl.id, cl.measure_id, cl.key, cl.text, cl.introduced_in FROM measures m
    JOIN themes t ON t.id = m.theme_id JOIN clauses cl ON cl.measure_id = m.id
    WHERE m.consultation_id = ${consultationId} AND cl.introduced_in <= ${newest}
    ORDER BY t.number, m.number, cl.number`)
  const changes = await read<ChangeRow>(sql`
    SELECT h.id, h.clause_id, cl.key, p.number AS revision, h.kind, h.text, h.reason FROM plan_revisions p
    JOIN clause_changes h ON h.plan_revision_id = p.id JOIN clauses cl ON cl.id = h.clause_id
    WHERE p.consultation_id = ${consultationId} AND p.published_at IS NOT NULL ORDER BY p.number, h.clause_id`)
  const changesOf = groupRows(changes, (row) => row.clause_id)
  const measureKeys = new Map(measures.map(({ id, key }) => [id, key]))
  const readingAt = (revision: number) =>
    clauses.flatMap((clause) => {
      const introduced = { text: clause.text, introducedIn: clause.introduced_in }
      const text = textAt(introduced, changesOf.get(clause.id) ?? [], revision)
      return text === null ? [] : [{ clause: clause.key, text }]
    })
  return {
    themes,
    measures: measures.map(({ id, key, title, theme }) => ({ key, recordNumber: id, theme, title })),
    clauses: clauses.map(({ key, measure_id, text, introduced_in }) => ({
      key,
      measure: measureKeys.get(measure_id) ?? '',
      introducedIn: introduced_in,
      text,
    })),
    changes: changes.map(({ revision, key, kind, text, reason }) => ({
      revision,
      clause: key,
      kind,
      text,
      reason: reason || null,
    })),
    revisions: [
      { number: 1, publishedAt: null, clauses: readingAt(1) },
      ...revisions.map(({ number, published_at }) => ({
        number,
        publishedAt: new Date(published_at).toISOString(),
        clauses: readingAt(number),
      })),
    ],
  }
}
