import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StampDecision } from '../../contract/stamped-scans'
import type { StampState } from '../../contract/words'
import { AppError } from '../../errors'
import { enqueueAccountMails } from '../account-mails/enqueue'
import { recordAudit } from '../audit/record'
import { parts } from '../submissions/rules'
import { nextStamp } from './rules'
import {
  isHiddenText,
  isRead,
  isTheirScan,
  type SubjectRow,
  scanSubject,
  scansWithSubject,
} from './scan-subject'

/** Confirms that a scan bears the text and the organisation's stamp, or sends it back; nobody confirms what they may not open. */
export async function decideScan(ctx: ServiceContext, id: number, decision: StampDecision): Promise<void> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [row] = await db.all<FoundRow>(sql`
    SELECT s.state, s.submission_id, c.public_id, s.revision, ${isHiddenText} AS is_hidden, ${isTheirScan(me)} AS is_theirs
    FROM ${scansWithSubject} WHERE s.id = ${id} AND ${isRead}`)
  if (!row) throw new AppError('not_found')
  if (row.is_theirs === 0) throw new AppError('forbidden')
  const isRefusal = decision.act === 'refuse'
  const to = nextStamp(row.state, decision.act)
  if (to === null || (row.is_hidden === 1 && !isRefusal)) throw new AppError('stamp_changed')
  const isStill = sql`EXISTS (
    SELECT 1 FROM ${scansWithSubject} WHERE s.id = ${id} AND s.state = ${row.state} AND ${isRead}
      AND (${isRefusal} OR NOT ${isHiddenText}))`
  const [, , outcome] = await db.batch([
    enqueueAccountMails(
      ctx,
      'stamp_settled',
      `${id}.${to}`,
      sql`SELECT m.user_id AS id FROM submissions b JOIN enterprise_members m ON m.enterprise_id = b.enterprise_id
        WHERE b.id = ${row.submission_id} AND m.part IN (SELECT value FROM json_each(${JSON.stringify(parts.send)}))`,
      isStill,
    ),
    recordAudit(
      ctx,
      {
        action: isRefusal ? 'stamped_scan.refused' : 'stamped_scan.confirmed',
        ...scanSubject(row),
        data: { revision: row.revision, ...(isRefusal && { refusal: decision.refusal }) },
      },
      isStill,
    ),
    db.run(sql`
      UPDATE stamped_scans SET state = ${to}, refusal = ${decision.refusal ?? null},
        note = ${(isRefusal && decision.note) || null}, decided_by = ${me.id}, decided_at = ${now.getTime()}
      WHERE id = ${id} AND ${isStill}`),
  ])
  if (outcome.rowsAffected === 0) throw new AppError('stamp_changed')
  ctx.stir()
}

interface FoundRow extends SubjectRow {
  state: StampState
  revision: number
  is_hidden: number
  is_theirs: number
}
