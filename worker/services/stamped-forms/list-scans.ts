import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { StaffStamp, StampedList, StampedQuery } from '../../contract/stamped-scans'
import type { Stance } from '../../contract/words'
import { type OpinionRow, opinionColumns, presentOpinions } from '../opinions/read-opinions'
import { parseCursor, takePage } from '../paging/cursor'
import { textReadAt } from '../plan/clause-text'
import { currentConsultation } from '../plan/current'
import { placeOf } from '../submissions/read-submission'
import { parseContent } from '../submissions/seal-version'
import { nextStamp } from './rules'
import { isHiddenText, isRead, isTheirScan, partIds, type SubjectRow, scansOfState } from './scan-subject'
import { presentStamp, type StampRow } from './stamp-row'

/** Few: each may carry all that an organisation said. */
const shown = 10

/**
 * The scans in a state whose text moderators have read, each with the text that it must bear: those that wait in the order of their
 * coming, all others the latest first.
 */
export async function listScans(ctx: ServiceContext, { state, after }: StampedQuery): Promise<StampedList> {
  const me = assertRole(ctx, 'staff')
  const { db } = ctx
  const cursor = parseCursor(after, 1)
  const [step, order] = state === 'submitted' ? [sql`>`, sql`ASC`] : [sql`<`, sql`DESC`]
  const isHere = sql`coalesce(c.consultation_id, b.consultation_id) = ${currentConsultation(ctx)} AND ${isRead}`
  const [rows, [counted]] = await db.batch([
    db.all<ScanRow>(sql`
      SELECT s.id AS scan_id, s.state, s.revision, s.decided_at, s.refusal, s.note, s.text_sha256, s.submission_id,
        u.name AS decided_by, a.id, a.file_name, a.media_type, a.size, a.sha256, a.uploaded_at,
        c.public_id, c.participant_name, c.uscc, c.is_verified, m.key AS measure_key, m.title AS measure_title,
        cl.key AS clause_key,
        ${textReadAt(sql`c.plan_revision`)} AS clause_text,
        coalesce(r.stance, c.stance) AS stance, coalesce(r.body, c.body) AS body, ${opinionColumns},
        (SELECT text FROM wordings WHERE comment_id = c.id AND revision = s.revision) AS wording,
        v.content, ${partIds} AS part_ids, ${isHiddenText} AS is_hidden, ${isTheirScan(me)} AS is_theirs
      FROM ${scansOfState} JOIN attachments a ON a.id = s.attachment_id LEFT JOIN measures m ON m.id = c.measure_id
      LEFT JOIN comment_revisions r ON r.comment_id = c.id AND r.revision = s.revision
      LEFT JOIN clauses cl ON cl.id = iif(r.comment_id IS NULL, c.clause_id, r.clause_id)
      LEFT JOIN submission_versions v ON v.submission_id = s.submission_id AND v.number = s.revision
      LEFT JOIN users u ON u.id = s.decided_by
      WHERE s.state = ${state} AND ${isHere} ${cursor ? sql`AND s.id ${step} ${cursor[0]}` : sql``}
      ORDER BY s.id ${order} LIMIT ${shown + 1}`),
    db.all<{ count: number }>(sql`
      SELECT count(*) AS count FROM (
        SELECT 1 FROM ${scansOfState} WHERE s.state = 'submitted' AND ${isHere} LIMIT ${limits.casesCounted})`),
  ])
  return {
    ...takePage(rows, shown, present, (row) => [row.scan_id]),
    waiting: counted?.count ?? 0,
  }
}

interface CommentRow extends OpinionRow {
  public_id: string
  participant_name: string | null
  uscc: string | null
  is_verified: number
  measure_key: string
  measure_title: string
  clause_key: string | null
  clause_text: string | null
  stance: Stance
  body: string
  wording: string | null
}

interface ScanRow extends StampRow, Omit<CommentRow, 'public_id'>, SubjectRow {
  scan_id: number
  text_sha256: string
  decided_by: string | null
  /** Of a version of a response. */
  content: string | null
  part_ids: string
  is_hidden: number
  is_theirs: number
}

function present(row: ScanRow): StaffStamp {
  return {
    ...presentStamp(row),
    id: row.scan_id,
    ...(row.content === null ? ofComment(row as ScanRow & CommentRow) : ofResponse(row, row.content)),
    textSha256: row.text_sha256,
    isHidden: row.is_hidden === 1,
    mayDecide: nextStamp(row.state, 'refuse') !== null && row.is_theirs === 1,
    decidedBy: row.decided_by,
  }
}

type Subject = Pick<StaffStamp, 'of' | 'publicId' | 'organisation' | 'entries'>

function ofComment(row: ScanRow & CommentRow): Subject {
  return {
    of: 'comment',
    publicId: row.public_id,
    organisation: {
      name: row.participant_name ?? '',
      uscc: row.uscc ?? '',
      isVerified: row.is_verified === 1,
    },
    entries: [
      {
        publicId: row.public_id,
        measure: { key: row.measure_key, title: row.measure_title },
        clauseKey: row.clause_key,
        clauseText: row.clause_text,
        stance: row.stance,
        body: row.body,
        wording: row.wording,
        targets: row.state === 'earlier' ? [] : presentOpinions(row).targets,
        files: [],
        annexSummary: null,
      },
    ],
  }
}

/** Of a response with hidden words nothing is shown: what may be read of it stands in its cases. */
function ofResponse(row: ScanRow, content: string): Subject {
  const { publicId, enterprise, entries } = parseContent(content)
  const ids = JSON.parse(row.part_ids) as Record<string, string>
  return {
    of: 'response',
    publicId,
    organisation: { name: enterprise.name, uscc: enterprise.uscc, isVerified: enterprise.isVerified },
    entries:
      row.is_hidden === 1
        ? []
        : entries.map((entry) => ({
            publicId: ids[placeOf(entry)] ?? null,
            measure: entry.measure,
            clauseKey: entry.clause?.key ?? null,
            clauseText: entry.clause?.text ?? null,
            stance: entry.stance,
            body: entry.body,
            wording: entry.wording,
            targets: entry.targets,
            files: entry.attachments,
            annexSummary: entry.annex?.summary ?? null,
          })),
  }
}
