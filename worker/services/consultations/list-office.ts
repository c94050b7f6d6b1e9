import { sql } from 'drizzle-orm'
import { assertRole, type ServiceContext } from '../../context'
import type { ConsultationOffice } from '../../contract/consultations'
import { type DraftRow, draftRows, presentDraft } from './drafts'
import { readItems } from './list-consultations'

/** What administrators see: every consultation, and the drafts of further ones. */
export async function listOffice(ctx: ServiceContext): Promise<ConsultationOffice> {
  assertRole(ctx, 'admin')
  const [consultations, drafts] = await Promise.all([readItems(ctx), ctx.db.all<DraftRow>(draftRows(sql`1`))])
  return {
    consultations,
    drafts: drafts.map(presentDraft).map(({ content, ...draft }) => ({
      ...draft,
      title: content.title,
      opensOn: content.opensOn,
      closesOn: content.closesOn,
    })),
  }
}
