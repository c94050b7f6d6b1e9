import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { CodebookView, CodeView } from '../../contract/codebook'
import { currentConsultation, type Meant } from '../plan/current'

/** The codebook by which tags are given now, as a subquery for its id. */
export const publishedCodebook = (ctx: Meant): SQL => sql`(
  SELECT id FROM codebooks WHERE consultation_id = ${currentConsultation(ctx)} AND published_at IS NOT NULL
  ORDER BY version DESC LIMIT 1)`

export interface VersionRow {
  id: number
  version: number
  note: string
  edit: string
  created_by: string
  created_at: number
  published_by: string | null
  published_at: number | null
}

/** What is known of `codebooks AS b`. */
export const versionColumns: SQL = sql.raw(`
  b.id, b.version, b.note, b.edit, b.created_at, b.published_at,
  (SELECT name FROM users WHERE id = b.created_by) AS created_by,
  (SELECT name FROM users WHERE id = b.published_by) AS published_by`)

export function presentVersion(row: VersionRow) {
  return {
    version: row.version,
    note: row.note,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at).toISOString(),
    publishedBy: row.published_by,
    publishedAt: row.published_at === null ? null : new Date(row.published_at).toISOString(),
  }
}

export interface Codebook extends CodebookView {
  id: number
}

/** One version of the current consultation with its codes in order, or null; `which` is said of `codebooks AS b`. */
export async function readCodebook(ctx: ServiceContext, which: SQL): Promise<Codebook | null> {
  const { db } = ctx
  const isMeant = sql`b.consultation_id = ${currentConsultation(ctx)} AND ${which}`
  const [[version], codes] = await db.batch([
    db.all<VersionRow>(sql`SELECT ${versionColumns} FROM codebooks b WHERE ${isMeant}`),
    db.all<CodeView>(sql`
      SELECT o.id, o.key, e.theme, e.name, e.definition, e.example, e.included, e.excluded
      FROM codebooks b JOIN codebook_entries e ON e.codebook_id = b.id JOIN codes o ON o.id = e.code_id
      WHERE ${isMeant} ORDER BY e.position, o.id`),
  ])
  if (!version) return null
  return { id: version.id, ...presentVersion(version), edit: version.edit, codes }
}

/** What crosses the wire of it. */
export function presentCodebook({ id: _, ...view }: Codebook): CodebookView {
  return view
}
