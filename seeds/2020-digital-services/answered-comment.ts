import type { Disposition } from '../../worker/contract/words'
import type { DemoComment, DemoOutcome } from '../demo/demo-comment'

/** A comment whose `daysAgo` counts back from the closing, with all that became of it. */
export interface AnsweredComment extends DemoComment {
  outcome: DemoOutcome
  /** Null where it was not accepted. */
  disposition: DemoDisposition | null
}

export interface DemoDisposition {
  made: Disposition
  reason: string
  /** The clause that reads otherwise because of it. */
  change?: string
  passedTo?: string
}
