import { atTheDesk } from './demo/at-the-desk'
import type { DemoComment } from './demo/demo-comment'
import { onClustersAndInvestment } from './demo/on-clusters-and-investment'
import { onDigital } from './demo/on-digital'
import { onEnterprises } from './demo/on-enterprises'
import { onInnovation } from './demo/on-innovation'
import { onSafetyAndSupplies } from './demo/on-safety-and-supplies'
import { onSupplyAndParks } from './demo/on-supply-and-parks'

export type { DemoComment } from './demo/demo-comment'

/** Opinions for a local start, by people and firms that do not exist; a parent stands before its replies. */
export const demoComments: DemoComment[] = [
  ...onInnovation,
  ...onClustersAndInvestment,
  ...onSupplyAndParks,
  ...onDigital,
  ...onEnterprises,
  ...onSafetyAndSupplies,
  ...atTheDesk,
]
