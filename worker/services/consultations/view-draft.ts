import { assertRole, type ServiceContext } from '../../context'
import type { ConsultationItem, ConsultationList } from '../../contract/consultations'
import { AppError } from '../../errors'
import { MalformedPlan } from '../plan/document'
import { getDraftOrThrow } from './drafts'
import { listConsultations } from './list-consultations'
import { type DraftPlan, presentDraftPlan } from './present-draft-plan'
import { periodOf } from './rules'

export interface ViewedDraft extends DraftPlan {
  key: string
  /** The first instant of its first day: its pages are as they will be then. */
  opensAt: Date
}

/** A draft as readers will have it on its first day. Refuses with `draft_unreadable` where its document cannot be read yet. */
export async function viewDraft(ctx: ServiceContext, key: string): Promise<ViewedDraft> {
  assertRole(ctx, 'staff')
  const { content } = await getDraftOrThrow(ctx, key)
  const { opensAt } = periodOf(content)
  try {
    return { key, opensAt, ...presentDraftPlan(key, content, opensAt) }
  } catch (error) {
    throw error instanceof MalformedPlan ? new AppError('draft_unreadable') : error
  }
}

/** All consultations on a draft's first day, the draft among them. */
export async function listWithDraft(ctx: ServiceContext, draft: ViewedDraft): Promise<ConsultationList> {
  const list = await listConsultations({ ...ctx, now: draft.opensAt })
  const item: ConsultationItem = {
    ...draft.plan.consultation,
    measures: draft.measures.length,
    received: 0,
    published: 0,
  }
  return { ...list, open: [item, ...list.open] }
}
