import type { Channel, CommentState, Disposition, ParticipantKind, Stance } from '../../../contract/words'
import type { ExportRow } from '../export-row'

export type Counted = Pick<
  ExportRow,
  | 'measureKey'
  | 'measureTitle'
  | 'state'
  | 'channel'
  | 'isAdmissible'
  | 'stance'
  | 'participantKind'
  | 'disposition'
>

export interface MeasureTally {
  measureKey: string
  measureTitle: string
  received: number
  admissible: number
  stances: Map<Stance, number>
  kinds: Map<ParticipantKind, number>
  /** Null: not disposed of yet. */
  dispositions: Map<Disposition | null, number>
}

/** Counts the comments of an export as they pass, so that its totals are those of its rows. */
export class Tally {
  received = 0
  admissible = 0
  readonly states = new Map<CommentState, number>()
  readonly channels = new Map<Channel, number>()
  readonly dispositions = new Map<Disposition | null, number>()
  readonly #measures = new Map<string, MeasureTally>()

  add(rows: readonly Counted[]): void {
    for (const row of rows) this.#addRow(row)
  }

  /** By measure, in the plan's order. */
  measures(): MeasureTally[] {
    return [...this.#measures.values()].sort((a, b) => comparePlaces(a.measureKey, b.measureKey))
  }

  #addRow(row: Counted): void {
    const own = this.#measureOf(row)
    this.received += 1
    own.received += 1
    increase(this.states, row.state)
    increase(this.channels, row.channel)
    if (!row.isAdmissible) return
    this.admissible += 1
    own.admissible += 1
    increase(this.dispositions, row.disposition)
    increase(own.dispositions, row.disposition)
    increase(own.stances, row.stance)
    increase(own.kinds, row.participantKind)
  }

  #measureOf({ measureKey, measureTitle }: Counted): MeasureTally {
    const known = this.#measures.get(measureKey)
    if (known) return known
    const made: MeasureTally = {
      measureKey,
      measureTitle,
      received: 0,
      admissible: 0,
      stances: new Map(),
      kinds: new Map(),
      dispositions: new Map(),
    }
    this.#measures.set(measureKey, made)
    return made
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** 2.1 before 10.1. */
function comparePlaces(a: string, b: string): number {
  const [themeA = 0, measureA = 0] = a.split('.').map(Number)
  const [themeB = 0, measureB = 0] = b.split('.').map(Number)
  return themeA - themeB || measureA - measureB
}
