import { type SQL, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import type { DraftContent, DraftView } from '../../contract/consultations'
import { AppError } from '../../errors'

export interface DraftRow {
  key: string
  version: number
  content: string
  changed_by: string
  changed_at: number
}

export const draftRows = (which: SQL): SQL => sql`
  SELECT d.key, d.version, d.content, u.name AS changed_by, d.changed_at
  FROM consultation_drafts d JOIN users u ON u.id = d.changed_by WHERE ${which} ORDER BY d.key`

/** What drafts that were saved earlier say nothing of. */
const addedLater: Partial<DraftContent> = { moderation: 'before', shortPeriodReasonEn: '' }

export function presentDraft({ key, version, content, changed_by, changed_at }: DraftRow): DraftView {
  return {
    key,
    version,
    content: { ...addedLater, ...(JSON.parse(content) as Partial<DraftContent>) } as DraftContent,
    changedBy: changed_by,
    changedAt: new Date(changed_at).toISOString(),
  }
}

export async function getDraftOrThrow({ db }: ServiceContext, key: string): Promise<DraftView> {
  const [row] = await db.all<DraftRow>(draftRows(sql`d.key = ${key}`))
  if (!row) throw new AppError('not_found')
  return presentDraft(row)
}
