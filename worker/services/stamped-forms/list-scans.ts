import { type SQL, sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { StaffStamp, StampedList, StampedQuery } from '../../contract/stamped-scans'
import type { Stance } from '../../contract/words'
import { isTheirCase } from '../dispositions/whose'
import { type OpinionRow, opinionColumns, presentOpinions } from '../opinions/read-opinions'
import { parseCursor, takePage } from '../paging/cursor'
import { currentConsultation } from '../plan/current'
import { presentStamp, type StampRow } from './stamp-row'

const shown = limits.casesShown

/** True of `stamped_scans AS s` of `comments AS c` where words of the text are hidden: the paper shows them. */
export const isHiddenText: SQL = sql.raw(
  'EXISTS (SELECT 1 FROM comment_originals WHERE comment_id = s.comment_id AND revision = s.revision)',
)

/**
 * The scans of accepted comments in a state, each with the text that it must bear: those that wait in the order of their coming, all
 * others the latest first.
 */
export async function listScans(ctx: ServiceContext, { state, after }: StampedQuery): Promise<StampedList> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const cursor = parseCursor(after, 1)
  const [step, order] = state === 'submitted' ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`]
  const ofAccepted = sql`stamped_scans s INDEXED BY stamped_scans_by_state
    JOIN comments c ON c.id = s.comment_id AND c.consultation_id = ${currentConsultation(ctx)}
    JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1`
  const [rows, [counted]] = await db.batch([
    db.all<ScanRow>(sql`
      SELECT s.id AS scan_id, s.state, s.revision, s.decided_at, s.refusal, s.note, s.text_sha256, u.name AS decided_by,
        a.id, a.file_name, a.media_type, a.size, a.sha256, a.uploaded_at,
        c.public_id, c.participant_name, c.uscc, c.is_verified, m.key AS measure_key, m.title AS measure_title,
        (SELECT key FROM clauses WHERE id = iif(r.comment_id IS NULL, c.clause_id, r.clause_id)) AS clause_key,
        coalesce(r.stance, c.stance) AS stance, coalesce(r.body, c.body) AS body, ${opinionColumns},
        (SELECT text FROM wordings WHERE comment_id = c.id AND revision = s.revision) AS wording,
        ${isHiddenText} AS is_hidden, ${isTheirCase(me)} AS is_theirs
      FROM ${ofAccepted} JOIN attachments a ON a.id = s.attachment_id JOIN measures m ON m.id = c.measure_id
      LEFT JOIN comment_revisions r ON r.comment_id = c.id AND r.revision = s.revision
      LEFT JOIN users u ON u.id = s.decided_by
      WHERE s.state = ${state} ${cursor ? sql`AND s.id ${step} ${cursor[0]}` : sql``}
      ORDER BY s.id ${order} LIMIT ${shown + 1}`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM (
        SELECT 1 FROM ${ofAccepted} WHERE s.state = 'submitted' LIMIT ${limits.casesCounted})`),
  ])
  return {
    ...takePage(rows, shown, present, (row) => [row.scan_id]),
    waiting: counted?.count ?? 0,
  }
}

interface ScanRow extends StampRow, OpinionRow {
  scan_id: number
  text_sha256: string
  decided_by: string | null
  public_id: string
  participant_name: string | null
  uscc: string | null
  is_verified: number
  measure_key: string
  measure_title: string
  clause_key: string | null
  stance: Stance
  body: string
  wording: string | null
  is_hidden: number
  is_theirs: number
}

function present(row: ScanRow): StaffStamp {
  const isHidden = row.is_hidden === 1
  return {
    ...presentStamp(row),
    id: row.scan_id,
    publicId: row.public_id,
    organisation: {
      name: row.participant_name ?? '',
      uscc: row.uscc ?? '',
      isVerified: row.is_verified === 1,
    },
    measure: { key: row.measure_key, title: row.measure_title },
    clauseKey: row.clause_key,
    stance: row.stance,
    body: row.body,
    wording: row.wording,
    targets: row.state === 'earlier' ? [] : presentOpinions(row).targets,
    textSha256: row.text_sha256,
    isHidden,
    mayDecide: row.state === 'submitted' && row.is_theirs === 1,
    decidedBy: row.decided_by,
  }
}
