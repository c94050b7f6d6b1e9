import type { ChangedTarget } from '../../contract/revisions'
import { followTargets } from '../plan/follow-targets'
import type { RevisedClause } from './read-clauses'

/** What a draft does to the targets of a clause: those whose figure it changes, and those that it loses. */
export function changedTargets(clause: RevisedClause, published: number, draft: number): ChangedTarget[] {
  const { targets, rows } = clause
  const before = followTargets(targets, clause, rows, published)
  const after = followTargets(targets, clause, rows, draft)
  return targets.flatMap(({ key, indicator }, index) => {
    const quote = before[index]?.quote
    const becomes = after[index]?.quote ?? null
    return quote === undefined || quote === becomes
      ? []
      : [{ key, clauseKey: clause.key, indicator, quote, becomes }]
  })
}
