import { type SQL, sql } from 'drizzle-orm'
import { type FileType, type FileView, fileTypes } from '../../contract/files'

/** Of `attachments AS a`. */
export const fileColumns: SQL = sql.raw('a.id, a.file_name, a.media_type, a.size, a.sha256, a.uploaded_at')

export interface FileRow {
  id: string
  file_name: string
  media_type: string
  size: number
  sha256: string
  uploaded_at: number
}

export function presentFile(row: FileRow): FileView {
  return {
    id: row.id,
    name: row.file_name,
    type: typeOf(row.media_type),
    size: row.size,
    sha256: row.sha256,
    uploadedAt: new Date(row.uploaded_at).toISOString(),
  }
}

const typeOf = (mediaType: string) =>
  (Object.keys(fileTypes) as FileType[]).find((type) => fileTypes[type] === mediaType) ?? 'pdf'

const filesOf = (holder: string): SQL =>
  sql.raw(`(
  SELECT json_group_array(json_object('id', a.id, 'file_name', a.file_name, 'media_type', a.media_type,
    'size', a.size, 'sha256', a.sha256, 'uploaded_at', a.uploaded_at))
  FROM attachments a WHERE ${holder} AND a.purpose = 'evidence') AS files`)

/** What hangs on `comments AS c`, as a column; for its author and the office, who read it with {@link parseFiles}. */
export const filesColumn = filesOf('a.comment_id = c.id')

/** The same of `submission_entries AS e`, for the members of its enterprise. */
export const entryFilesColumn = filesOf('a.entry_id = e.id')

/** How many there are, as a column: all that the public may know. */
export const fileCountColumn: SQL = sql.raw(
  `(SELECT count(*) FROM attachments a WHERE a.comment_id = c.id AND a.purpose = 'evidence') AS file_count`,
)

export const parseFiles = (files: string): FileView[] =>
  (JSON.parse(files) as FileRow[])
    .sort((a, b) => a.uploaded_at - b.uploaded_at || (a.id < b.id ? -1 : 1))
    .map(presentFile)
