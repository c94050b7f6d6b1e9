import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { limits } from '../../contract/limits'
import type { TargetOpinionInput } from '../../contract/opinions'
import type { TargetOpinion } from '../../contract/words'
import { invalidField } from '../../errors'
import { measureIdOf } from '../plan/current'

export interface TargetRow {
  id: number
  key: string
  minimum: number
  maximum: number | null
}

export interface TargetAnswer {
  targetId: number
  opinion: TargetOpinion
  value: number | null
  evidence: string | null
}

/** The targets of a measure, against which answers are checked. */
export const readTargets = (ctx: ServiceContext, measureKey: string) =>
  ctx.db.all<TargetRow>(sql`
    SELECT t.id, t.key, t.minimum, t.maximum FROM clauses cl JOIN targets t ON t.clause_id = cl.id
    WHERE cl.measure_id = ${measureIdOf(ctx, measureKey)} ORDER BY t.id`)

/** Answers to targets of the measure, with figures that can be meant; throws at the field that is not. */
export function checkTargets(given: readonly TargetOpinionInput[], targets: TargetRow[]): TargetAnswer[] {
  return given.map(({ target: key, opinion, value, evidence }, index) => {
    const target = targets.find((each) => each.key === key)
    if (!target) throw invalidField(`targets.${index}.target`, 'target_unknown')
    if (value !== undefined && value > (target.maximum ?? target.minimum) * limits.suggestedTimes)
      throw invalidField(`targets.${index}.value`, 'number_out_of_range')
    return { targetId: target.id, opinion, value: value ?? null, evidence: evidence || null }
  })
}
