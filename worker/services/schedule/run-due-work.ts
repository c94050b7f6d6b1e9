import type { ServiceContext } from '../../context'
import { applyDueDecisions } from '../moderation/apply-due-decisions'
import { pruneDeskEvents } from '../reviews/prune-desk-events'
import { sealAuditLog } from '../transparency/seal-audit-log'

/** Does whatever the database alone can do and is due; what fails is logged and keeps nothing else from being done. */
export async function runDueWork(ctx: ServiceContext): Promise<void> {
  for (const step of [applyDueDecisions, sealAuditLog, pruneDeskEvents]) {
    try {
      await step(ctx)
    } catch (error) {
      console.error('due work failed', step.name, error)
    }
  }
}
