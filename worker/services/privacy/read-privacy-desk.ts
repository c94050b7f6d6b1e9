import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { DeletionKey, PrivacyDesk } from '../../contract/privacy'
import { currentConsultation } from '../plan/current'
import { parseContent, presentVersion, readContent, readVersions } from './notice-versions'
import { hashOfNotice, writeNotice } from './write-notice'

const runsShown = 20

/** The versions of the notice, how long this consultation keeps contacts, and what was deleted lately. */
export async function readPrivacyDesk(ctx: ServiceContext): Promise<PrivacyDesk> {
  assertRole(ctx, 'admin')
  const { db } = ctx
  const [versions, [last], [consultation], runs, [latest]] = await db.batch([
    readVersions(ctx),
    readContent(ctx, null),
    db.all<{ contact_months: number }>(
      sql`SELECT contact_months FROM consultations WHERE id = ${currentConsultation(ctx)}`,
    ),
    db.all<{ key: DeletionKey; at: number; deleted: number }>(sql`
      SELECT key, at, deleted FROM retention_runs INDEXED BY retention_runs_by_time
      WHERE deleted > 0 ORDER BY at DESC, key LIMIT ${runsShown}`),
    db.all<{ at: number | null }>(sql`SELECT max(at) AS at FROM retention_runs`),
  ])
  const addition = parseContent(last)?.addition ?? { zh: '', en: '' }
  return {
    versions: versions.map(presentVersion),
    addition,
    isOutdated: (await hashOfNotice(writeNotice(addition))) !== versions[0]?.sha256,
    contactMonths: consultation?.contact_months ?? 1,
    runs: runs.map(({ key, at, deleted }) => ({ key, at: new Date(at).toISOString(), deleted })),
    ranAt: typeof latest?.at === 'number' ? new Date(latest.at).toISOString() : null,
  }
}
