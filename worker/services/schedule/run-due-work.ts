import type { ServiceContext } from '../../context'
import { applyDueDecisions } from '../moderation/apply-due-decisions'
import { pruneDeskEvents } from '../reviews/prune-desk-events'
import { computeMissingSignals } from '../signals/compute-missing-signals'
import { sealAuditLog } from '../transparency/seal-audit-log'

/** Does whatever the database alone can do and is due; what fails is logged and keeps nothing else from being done. */
export async function runDueWork(ctx: ServiceContext): Promise<void> {
  for (const step of [applyDueDecisions, sealAuditLog, pruneDeskEvents, noteMissingSignals]) {
    try {
      await step(ctx)
    } catch (error) {
      console.error('due work failed', step.name, error)
    }
  }
}

/** Comments that came in before there were signals get theirs, a few at a time. */
const noteMissingSignals = (ctx: ServiceContext) => computeMissingSignals(ctx, 50)
