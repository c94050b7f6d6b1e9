import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../../context'
import { changesPublicData } from '../../audit/acts'

/** The state of the record that open data are made of: nothing public changes without an entry behind it. */
export interface Snapshot {
  auditId: number
  takenAt: Date
}

/** What is on record up to now, less what changes nothing that is public. */
export async function readSnapshot({ db, now }: ServiceContext): Promise<Snapshot> {
  const [row] = await db.all<{ id: number; at: number }>(sql`
    SELECT id, at FROM audit_log WHERE ${changesPublicData} ORDER BY id DESC LIMIT 1`)
  return { auditId: row?.id ?? 0, takenAt: row ? new Date(row.at) : now }
}
