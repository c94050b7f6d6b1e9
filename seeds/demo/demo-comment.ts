import type { Profile, TargetOpinionInput } from '../../worker/contract/opinions'
import type { Decision, OrganisationKind, RedactionReason, Stance } from '../../worker/contract/words'

export interface DemoComment {
  ref: string
  measure: string
  clause?: string
  /** The `ref` of the comment that is answered: earlier in the list, on the same measure. */
  parent?: string
  body: string
  /** What it would have changed in its clause: these words into those. */
  wording?: { from: string; to: string }
  stance: Stance
  targets?: TargetOpinionInput[]
  participant:
    | { kind: 'individual'; displayName?: string }
    | { kind: OrganisationKind; name: string; uscc: string; profile?: Profile }
  /** An individual's consent to be named in full. */
  publishName?: boolean
  publish: boolean
  daysAgo: number
  /** Null: still waits for a moderator. */
  outcome: DemoOutcome | null
}

export interface DemoOutcome {
  decision: Decision
  reason: string
  note?: string
  /** Words of the body that are hidden, in their order. */
  hide?: { words: string; reason: RedactionReason }[]
  /** A rejection that no second moderator has looked at yet. */
  waitsForSecond?: boolean
  appeal?: { daysLater: number; text: string }
}

/** How most of them end. */
export const accepted = { decision: 'publish', reason: 'in_order' } as const

/** A member of the public, by display name. */
export const person = (displayName?: string) =>
  displayName === undefined
    ? ({ kind: 'individual' } as const)
    : ({ kind: 'individual', displayName } as const)
