import { readFileSync } from 'node:fs'

/** The real text of 2021, as it was issued. */
export const officialPlan = readFileSync(
  new URL('../../../seeds/2021-work-plan/plan.txt', import.meta.url),
  'utf8',
)
