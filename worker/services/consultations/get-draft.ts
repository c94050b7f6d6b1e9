import { assertRole, type ServiceContext } from '../../context'
import type { DraftView } from '../../contract/consultations'
import { getDraftOrThrow } from './drafts'

export function getDraft(ctx: ServiceContext, key: string): Promise<DraftView> {
  assertRole(ctx, 'admin')
  return getDraftOrThrow(ctx, key)
}
