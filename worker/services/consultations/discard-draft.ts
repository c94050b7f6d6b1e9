import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ConsultationOffice, DraftRef } from '../../contract/consultations'
import { AppError } from '../../errors'
import { recordAudit } from '../audit/record'
import { listOffice } from './list-office'

/** Throws a draft away as it was seen. */
export async function discardDraft(
  ctx: ServiceContext,
  { key, version }: DraftRef,
): Promise<ConsultationOffice> {
  assertRole(ctx, 'admin')
  const isSeen = sql`key = ${key} AND version = ${version}`
  const [, gone] = await ctx.db.batch([
    recordAudit(
      ctx,
      { action: 'consultation.draft_discarded', subjectKind: 'consultation', subjectId: key },
      sql`EXISTS (SELECT 1 FROM consultation_drafts WHERE ${isSeen})`,
    ),
    ctx.db.run(sql`DELETE FROM consultation_drafts WHERE ${isSeen}`),
  ])
  if (gone.rowsAffected === 0) throw new AppError('consultation_draft_changed')
  return listOffice(ctx)
}
