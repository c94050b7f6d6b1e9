import { type SQL, sql } from 'drizzle-orm'

/** True where a standard text may be used in this wording: one in use, as it is or was worded. Naming none is right. */
export function isUsable(text: { id: number; version: number } | undefined): SQL {
  if (!text) return sql`1`
  return sql`EXISTS (
    SELECT 1 FROM standard_texts t JOIN standard_text_versions w ON w.standard_text_id = t.id
    WHERE t.id = ${text.id} AND t.is_active = 1 AND w.version = ${text.version})`
}
