import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { CodebookList } from '../../contract/codebook'
import { currentConsultation } from '../plan/current'
import { presentVersion, type VersionRow, versionColumns } from './read-codebook'

/** Every version of the codebook, the newest first. */
export async function listCodebooks(ctx: ServiceContext): Promise<CodebookList> {
  assertRole(ctx, 'staff')
  const rows = await ctx.db.all<VersionRow & { codes: number }>(sql`
    SELECT ${versionColumns}, (SELECT count(*) FROM codebook_entries WHERE codebook_id = b.id) AS codes
    FROM codebooks b WHERE b.consultation_id = ${currentConsultation(ctx)} ORDER BY b.version DESC`)
  return {
    versions: rows.map((row) => ({ ...presentVersion(row), codes: row.codes })),
    published: rows.find(({ published_at }) => published_at !== null)?.version ?? null,
    draft: rows.find(({ published_at }) => published_at === null)?.version ?? null,
  }
}
