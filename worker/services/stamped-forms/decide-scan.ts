import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { StampDecision } from '../../contract/stamped-scans'
import type { StampState } from '../../contract/words'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { isTheirCase } from '../dispositions/whose'
import { isHiddenText } from './list-scans'
import { nextStamp } from './rules'

/** Confirms that a scan bears the text and the organisation's stamp, or sends it back; nobody confirms what they may not open. */
export async function decideScan(ctx: ServiceContext, id: number, decision: StampDecision): Promise<void> {
  const me = assertRole(ctx, 'staff')
  const { db, now } = ctx
  const [row] = await db.all<FoundRow>(sql`
    SELECT s.state, c.public_id, s.revision, ${isHiddenText} AS is_hidden, ${isTheirCase(me)} AS is_theirs
    FROM stamped_scans s JOIN comments c ON c.id = s.comment_id
    JOIN cases k ON k.comment_id = c.id AND k.is_admissible = 1
    WHERE s.id = ${id}`)
  if (!row) throw new AppError('not_found')
  if (row.is_theirs === 0) throw new AppError('forbidden')
  const isRefusal = decision.act === 'refuse'
  const to = nextStamp(row.state, decision.act)
  if (to === null || (row.is_hidden === 1 && !isRefusal)) throw new AppError('stamp_changed')
  const isStill = sql`EXISTS (SELECT 1 FROM stamped_scans WHERE id = ${id} AND state = ${row.state})`
  const [, outcome] = await db.batch([
    recordAudit(
      ctx,
      {
        action: isRefusal ? 'stamped_scan.refused' : 'stamped_scan.confirmed',
        subjectKind: 'comment',
        subjectId: row.public_id,
        data: { revision: row.revision, ...(isRefusal && { refusal: decision.refusal }) },
      },
      isStill,
    ),
    db.run(sql`
      UPDATE stamped_scans SET state = ${to}, refusal = ${decision.refusal ?? null},
        note = ${(isRefusal && decision.note) || null}, decided_by = ${me.id}, decided_at = ${now.getTime()}
      WHERE id = ${id} AND state = ${row.state}`),
  ])
  if (outcome.rowsAffected === 0) throw new AppError('stamp_changed')
}

interface FoundRow {
  state: StampState
  public_id: string
  revision: number
  is_hidden: number
  is_theirs: number
}
