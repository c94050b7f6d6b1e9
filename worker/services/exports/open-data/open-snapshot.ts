import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'

/** The state of the record that open data are made of: nothing public changes without an entry behind it. */
export interface Snapshot {
  auditId: number
  takenAt: Date
}

/** What is on record up to now. What the office looks at or takes away changes nothing and is left out. */
export async function readSnapshot({ db, now }: ServiceContext): Promise<Snapshot> {
  const [row] = await db.all<{ id: number; at: number }>(sql`
    SELECT id, at FROM audit_log WHERE subject_kind NOT IN ('export', 'user') ORDER BY id DESC LIMIT 1`)
  return { auditId: row?.id ?? 0, takenAt: row ? new Date(row.at) : now }
}
