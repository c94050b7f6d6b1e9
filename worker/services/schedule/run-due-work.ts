import type { ServiceContext } from '../../context'
import { endSilentExports } from '../exports/record/end-silent-exports'
import { sweepFiles } from '../files/sweep-files'
import { applyDueDecisions } from '../moderation/apply-due-decisions'
import { pruneDeskEvents } from '../reviews/prune-desk-events'
import { computeMissingSignals } from '../signals/compute-missing-signals'
import { sealAuditLog } from '../transparency/seal-audit-log'
import { runSteps } from './run-steps'

/** Comments that came in before there were signals get theirs, so many at a time. */
const assessedAtOnce = 50

/** Does whatever the database and the bucket alone can do and is due. */
export function runDueWork(ctx: ServiceContext): Promise<void> {
  return runSteps(ctx, {
    'apply decisions': applyDueDecisions,
    'seal audit log': () => sealAuditLog(ctx),
    'prune desk events': pruneDeskEvents,
    'end silent exports': endSilentExports,
    'sweep files': sweepFiles,
    'compute missing signals': () => computeMissingSignals(ctx, assessedAtOnce),
  })
}
