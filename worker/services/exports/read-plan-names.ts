import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { currentConsultation } from '../plan/current'

/** What export rows refer to by id, read once: a few hundred rows, however many comments there are. */
export interface PlanNames {
  measures: Map<number, { key: string; title: string; themeNumber: number; themeTitle: string }>
  clauses: Map<number, { key: string; text: string }>
  /** Wordings, by {@link wordingKey}. */
  reasons: Map<string, string>
  users: Map<string, string>
}

export const wordingKey = (reasonId: string, version: number | null) => `${reasonId}.${version}`

export async function readPlanNames(ctx: ServiceContext): Promise<PlanNames> {
  const { db } = ctx
  const [measures, clauses, reasons, users] = await db.batch([
    db.all<{ id: number; key: string; title: string; theme_number: number; theme_title: string }>(sql`
      SELECT m.id, m.key, m.title, t.number AS theme_number, t.title AS theme_title
      FROM measures m JOIN themes t ON t.id = m.theme_id WHERE m.consultation_id = ${currentConsultation}`),
    db.all<{ id: number; key: string; text: string }>(sql`
      SELECT cl.id, cl.key, cl.text FROM measures m JOIN clauses cl ON cl.measure_id = m.id
      WHERE m.consultation_id = ${currentConsultation}`),
    db.all<{ reason_id: string; version: number; zh: string }>(
      sql`SELECT reason_id, version, zh FROM reason_wordings`,
    ),
    db.all<{ id: string; name: string }>(sql`SELECT id, name FROM users`),
  ])
  return {
    measures: new Map(
      measures.map(({ id, key, title, theme_number, theme_title }) => [
        id,
        { key, title, themeNumber: theme_number, themeTitle: theme_title },
      ]),
    ),
    clauses: new Map(clauses.map(({ id, ...clause }) => [id, clause])),
    reasons: new Map(reasons.map(({ reason_id, version, zh }) => [wordingKey(reason_id, version), zh])),
    users: new Map(users.map(({ id, name }) => [id, name])),
  }
}
