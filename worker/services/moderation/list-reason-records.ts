import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ReasonRecord } from '../../contract/settings'
import type { Decision } from '../../contract/words'
import { groupRows } from '../../db/group-rows'
import { AppError } from '../../errors'

interface ReasonRow {
  id: string
  decision: Decision
  may_resubmit: number
  is_spam: number
  is_text_hidden: number
  is_active: number
}

interface WordingRow {
  reason_id: string
  version: number
  label_zh: string
  label_en: string
  zh: string
  en: string
  worded_at: number
  by: string | null
}

/** Every reason, those out of use too, with all that it ever said. */
export async function listReasonRecords(ctx: ServiceContext): Promise<ReasonRecord[]> {
  assertRole(ctx, 'moderator')
  const { db } = ctx
  const [reasons, wordings] = await db.batch([
    db.all<ReasonRow>(sql`
      SELECT id, decision, may_resubmit, is_spam, is_text_hidden, is_active FROM reasons ORDER BY decision, sort`),
    db.all<WordingRow>(sql`
      SELECT w.reason_id, w.version, w.label_zh, w.label_en, w.zh, w.en, w.worded_at, u.name AS by
      FROM reason_wordings w LEFT JOIN users u ON u.id = w.worded_by ORDER BY w.reason_id, w.version DESC`),
  ])
  const wordingsOf = groupRows(wordings, (row) => row.reason_id)
  return reasons.map((row) => ({
    id: row.id,
    decision: row.decision,
    mayResubmit: row.may_resubmit === 1,
    isSpam: row.is_spam === 1,
    isTextHidden: row.is_text_hidden === 1,
    isActive: row.is_active === 1,
    wordings: (wordingsOf.get(row.id) ?? []).map(present),
  }))
}

export async function getReasonRecord(ctx: ServiceContext, id: string): Promise<ReasonRecord> {
  const record = (await listReasonRecords(ctx)).find((reason) => reason.id === id)
  if (!record) throw new AppError('not_found')
  return record
}

function present(row: WordingRow): ReasonRecord['wordings'][number] {
  return {
    version: row.version,
    labelZh: row.label_zh,
    labelEn: row.label_en,
    zh: row.zh,
    en: row.en,
    wordedAt: new Date(row.worded_at).toISOString(),
    by: row.by,
  }
}
