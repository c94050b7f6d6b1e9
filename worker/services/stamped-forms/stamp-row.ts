import { type SQL, sql } from 'drizzle-orm'
import type { StampView } from '../../contract/stamped-scans'
import type { StampRefusal, StampState } from '../../contract/words'
import { type FileRow, presentFile } from '../files/file-row'

/** Whether the text of `comments AS c` as it stands is confirmed with a stamp, as a column. */
export const isStampedColumn: SQL = sql.raw(
  `EXISTS (SELECT 1 FROM stamped_scans WHERE comment_id = c.id AND state = 'confirmed') AS is_stamped`,
)

/** True of `comments AS c` that has a form: an organisation's, not withdrawn or erased, and no words of its text hidden. */
export const hasForm: SQL =
  sql.raw(`c.participant_kind <> 'individual' AND c.state <> 'withdrawn' AND c.erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM comment_originals WHERE comment_id = c.id AND revision = c.revision)`)

/** The scans of `comments AS c`, the newest first, as a column; read with {@link parseStamps}. */
export const stampsColumn: SQL = sql.raw(`(
  SELECT json_group_array(json(scan)) FROM (
    SELECT json_object('state', s.state, 'revision', s.revision, 'decided_at', s.decided_at, 'refusal', s.refusal,
      'note', s.note, 'id', a.id, 'file_name', a.file_name, 'media_type', a.media_type, 'size', a.size,
      'sha256', a.sha256, 'uploaded_at', a.uploaded_at) AS scan
    FROM stamped_scans s JOIN attachments a ON a.id = s.attachment_id
    WHERE s.comment_id = c.id ORDER BY s.id DESC)) AS stamps`)

export interface StampRow extends FileRow {
  state: StampState
  revision: number
  decided_at: number | null
  refusal: StampRefusal | null
  note: string | null
}

export const parseStamps = (stamps: string): StampView[] =>
  (JSON.parse(stamps) as StampRow[]).map(presentStamp)

export function presentStamp(row: StampRow): StampView {
  return {
    state: row.state,
    revision: row.revision,
    file: presentFile(row),
    decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
    refusal: row.refusal,
    note: row.note,
  }
}
