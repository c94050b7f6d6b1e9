import type { ServiceContext } from '../../context'
import { dropBrokenRuns } from '../coding/drop-broken-runs'
import { deleteOldDocuments } from '../enterprises/delete-old-documents'
import { retentionSteps } from '../privacy/retention-steps'
import { runSteps } from './run-steps'

/** Deletes what is kept no longer than the privacy notice promises, and what is left of work that was broken off. */
export function runDailyWork(ctx: ServiceContext): Promise<void> {
  return runSteps(ctx, {
    ...retentionSteps,
    'delete old documents': deleteOldDocuments,
    'drop broken runs': dropBrokenRuns,
  })
}
