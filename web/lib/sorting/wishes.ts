import type { CountSuggestions, Settle, SuggestionCount } from '../../../worker/contract/suggestions'

/** What somebody wants the machine to be run with. */
export interface RunWish {
  measure: string | undefined
  seed: number
  /** Null: by the number of comments. */
  clusters: number | null
  leastScore: number
}

/** What of a cluster somebody wants to settle, counted, before they confirm it. */
export interface Asked {
  part: CountSuggestions
  to: Settle['to']
  counted: SuggestionCount
}
