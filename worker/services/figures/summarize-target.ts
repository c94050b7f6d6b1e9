import { sql } from 'drizzle-orm'
import type { TargetFigure } from '../../contract/figures'
import type { TargetDistribution } from '../../contract/opinions'
import { type TargetOpinion, targetOpinions } from '../../contract/words'
import { breakDown } from './break-down'
import { smallest } from './small-cells'
import { quantile, type Weighted } from './statistics'

export interface OpinionCount {
  opinion: TargetOpinion
  count: number
}

/** How many published comments hold which opinion of `targets AS t`, as the public is shown it; JSON for {@link distribute}. */
export const opinionsOfTarget = sql.raw(`(
  SELECT json_group_array(json_object('opinion', opinion, 'count', public_count))
  FROM target_opinion_counts WHERE target_id = t.id AND state = 'published')`)

export function distribute(counts: readonly OpinionCount[]): TargetDistribution {
  return breakDown(targetOpinions, (opinion) =>
    counts.reduce((sum, row) => sum + (row.opinion === opinion ? row.count : 0), 0),
  )
}

/** Median and quartiles of what was suggested, where enough did. */
export function summarizeFigures(values: readonly Weighted[]): TargetFigure['suggested'] {
  const n = values.reduce((sum, { count }) => sum + count, 0)
  if (n > 0 && n < smallest) return { n: null, lowerQuartile: null, median: null, upperQuartile: null }
  return {
    n,
    lowerQuartile: quantile(values, 0.25),
    median: quantile(values, 0.5),
    upperQuartile: quantile(values, 0.75),
  }
}
