import type { SignalKind } from '../words'

/** What a text gives notice of. Offsets are UTF-16, `end` excluded; null where it is about the whole. */
export interface Signal {
  kind: SignalKind
  start: number | null
  end: number | null
  detail: string | null
}

/** A signal about a passage. */
export interface Passage extends Signal {
  start: number
  end: number
}
