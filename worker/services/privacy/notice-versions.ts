import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { NoticeContent, NoticeVersion } from '../../contract/privacy'

interface VersionRow {
  version: number
  effective_at: number
  sha256: string
  change_zh: string
  change_en: string
}

/** The version in force, as a subquery; null before the first. */
export const presentNotice: SQL = sql.raw('(SELECT max(version) FROM privacy_notices)')

/** The version that somebody was shown, if there is one of that number; else the one in force. */
export const noticeShown = (version: number | undefined): SQL =>
  version === undefined
    ? presentNotice
    : sql`coalesce((SELECT version FROM privacy_notices WHERE version = ${version}), ${presentNotice})`

/** The number of the version in force, as a form sends it back; empty before the first. */
export async function readPresentNotice({ db }: ServiceContext): Promise<string> {
  const [row] = await db.all<{ version: number | null }>(sql`SELECT ${presentNotice} AS version`)
  return String(row?.version ?? '')
}

/** The statement for all versions of the notice, the newest first. */
export const readVersions = ({ db }: ServiceContext) =>
  db.all<VersionRow>(
    sql`SELECT version, effective_at, sha256, change_zh, change_en FROM privacy_notices ORDER BY version DESC`,
  )

/** The statement for what a version says; the last one where none is named. */
export const readContent = ({ db }: ServiceContext, version: number | null) =>
  db.all<{ content: string }>(sql`
    SELECT content FROM privacy_notices WHERE ${version === null ? sql`1` : sql`version = ${version}`}
    ORDER BY version DESC LIMIT 1`)

export const presentVersion = (row: VersionRow): NoticeVersion => ({
  version: row.version,
  effectiveAt: new Date(row.effective_at).toISOString(),
  sha256: row.sha256,
  changeZh: row.change_zh,
  changeEn: row.change_en,
})

export const parseContent = (row: { content: string } | undefined): NoticeContent | null =>
  row ? (JSON.parse(row.content) as NoticeContent) : null
