import { type SQL, sql } from 'drizzle-orm'
import type { AnnexOpening, OwnAnnex } from '../../contract/annexes'
import { summaryPrefix } from '../../contract/whole-text'
import { type FileRow, presentFile } from '../files/file-row'

/** What is public of the annex of `comments AS c`, as SQL; null where it has none. */
export const annexSummary = '(SELECT summary FROM annexes WHERE comment_id = c.id)'

/** The same as a column. */
export const annexSummaryColumn: SQL = sql.raw(`${annexSummary} AS annex_summary`)

/** What stands of it in the whole text: its lines, or nothing. */
export const summaryLine: SQL = sql`coalesce(char(10) || ${summaryPrefix} || ${sql.raw(annexSummary)}, '')`

/** The annex of `comments AS c` as its author knows it, as a column; null where there is none. */
export const ownAnnexColumn: SQL = sql.raw(`(
  SELECT json_object('id', a.id, 'file_name', a.file_name, 'media_type', a.media_type, 'size', a.size,
    'sha256', a.sha256, 'uploaded_at', a.uploaded_at, 'summary', x.summary)
  FROM annexes x JOIN attachments a ON a.id = x.attachment_id WHERE x.comment_id = c.id) AS annex`)

/** The same of `submission_entries AS e`, as the members of its enterprise know it. */
export const entryAnnexColumn: SQL = sql.raw(`(
  SELECT json_object('id', a.id, 'file_name', a.file_name, 'media_type', a.media_type, 'size', a.size,
    'sha256', a.sha256, 'uploaded_at', a.uploaded_at, 'summary', e.annex_summary)
  FROM attachments a WHERE a.entry_id = e.id AND a.purpose = 'annex') AS annex`)

/** Who opened it, the latest first; they stay when the annex is gone. */
export const annexOpeningsColumn: SQL = sql.raw(`(
  SELECT json_group_array(json(opening)) FROM (
    SELECT json_object('opened_at', o.opened_at, 'purpose', o.purpose, 'name', u.name, 'name_en', u.name_en) AS opening
    FROM annex_openings o LEFT JOIN units u ON u.id = o.unit_id
    WHERE o.comment_id = c.id ORDER BY o.id DESC)) AS annex_openings`)

export function parseAnnex(json: string | null): OwnAnnex | null {
  if (json === null) return null
  const { summary, ...file } = JSON.parse(json) as FileRow & { summary: string }
  return { file: presentFile(file), summary }
}

export interface OpeningRow {
  opened_at: number
  purpose: string
  name: string | null
  name_en: string | null
}

export const parseOpenings = (json: string): AnnexOpening[] =>
  (JSON.parse(json) as OpeningRow[]).map(presentOpening)

export const presentOpening = ({ opened_at, purpose, name, name_en }: OpeningRow): AnnexOpening => ({
  at: new Date(opened_at).toISOString(),
  unit: name === null || name_en === null ? null : { name, nameEn: name_en },
  purpose,
})
