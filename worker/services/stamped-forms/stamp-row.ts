import { type SQL, sql } from 'drizzle-orm'
import type { StampView } from '../../contract/stamped-scans'
import type { StampRefusal, StampState } from '../../contract/words'
import { isUploadOfEarlierPeople } from '../enterprises/is-of-earlier-people'
import { type FileRow, presentFile } from '../files/file-row'

/** Whether the text of `comments AS c` as it stands is confirmed with a stamp, by itself or in the response that brought it. */
export const isStampedColumn: SQL = sql.raw(`(
  EXISTS (SELECT 1 FROM stamped_scans WHERE comment_id = c.id AND state = 'confirmed')
  OR EXISTS (
    SELECT 1 FROM submission_comments p JOIN stamped_scans s ON s.submission_id = p.submission_id AND s.state = 'confirmed'
    WHERE p.comment_id = c.id AND p.replaced_in IS NULL AND p.sent_revision = c.revision)) AS is_stamped`)

/** How far the stamped paper of `comments AS c` has come, its own or that of the response which brought it, as text of SQL. */
export const stampState = `(
  SELECT state FROM (
    SELECT state, id FROM stamped_scans WHERE comment_id = c.id
    UNION ALL
    SELECT s.state, s.id FROM submission_comments p
    JOIN stamped_scans s ON s.submission_id = p.submission_id AND s.revision >= p.first_version
    WHERE p.comment_id = c.id AND p.replaced_in IS NULL)
  ORDER BY state = 'confirmed' DESC, id DESC LIMIT 1)`

/** True of `comments AS c` that has a form: an organisation's, not withdrawn or erased, and no words of its text hidden. */
export const hasForm: SQL =
  sql.raw(`c.participant_kind <> 'individual' AND c.state <> 'withdrawn' AND c.erased_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM comment_originals WHERE comment_id = c.id AND revision = c.revision)`)

const stampsWhere = (isOf: string): SQL =>
  sql.raw(`(
  SELECT json_group_array(json(scan)) FROM (
    SELECT json_object('state', s.state, 'revision', s.revision, 'decided_at', s.decided_at, 'refusal', s.refusal,
      'note', s.note, 'id', a.id, 'file_name', a.file_name, 'media_type', a.media_type, 'size', a.size,
      'sha256', a.sha256, 'uploaded_at', a.uploaded_at) AS scan
    FROM stamped_scans s JOIN attachments a ON a.id = s.attachment_id
    WHERE ${isOf} ORDER BY s.id DESC)) AS stamps`)

/** The scans of `comments AS c`, the newest first, as a column; read with {@link parseStamps}. */
export const stampsColumn: SQL = stampsWhere('s.comment_id = c.id')

/** The same of `submission_versions AS v`, with those of other versions of the response, and without those of people who were put out since. */
export const versionStampsColumn: SQL = stampsWhere(`s.submission_id = v.submission_id AND NOT EXISTS (
      SELECT 1 FROM submissions b JOIN enterprises e ON e.id = b.enterprise_id
      WHERE b.id = s.submission_id AND ${isUploadOfEarlierPeople})`)

export interface StampRow extends FileRow {
  state: StampState
  revision: number
  decided_at: number | null
  refusal: StampRefusal | null
  note: string | null
}

export const parseStamps = (stamps: string): StampView[] =>
  (JSON.parse(stamps) as StampRow[]).map(presentStamp)

/** The one that stands: of the scans of a text at most one waits, or is confirmed. */
export const standingScan = (scans: readonly StampView[]): StampState | null =>
  scans.find(({ state }) => state === 'submitted' || state === 'confirmed')?.state ?? null

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
