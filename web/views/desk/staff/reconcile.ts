import type { MeasureCounts, SummaryView } from '../../../../worker/contract/staff'
import { commentStates, participantKinds } from '../../../../worker/contract/words'

export interface Reconciliation {
  received: number
  published: number
  private: number
  rejected: number
  withdrawn: number
  /** Awaiting review or sent back for change: not settled yet. */
  open: number
  accountedFor: number
  overMeasures: number
}

/** received = published + private + rejected + withdrawn + open, and the measures add up to the same. */
export function reconcile({ received, states, measures }: SummaryView): Reconciliation {
  const { published, private: kept, rejected, withdrawn } = states
  const open = states.pending + states.returned
  return {
    received,
    published,
    private: kept,
    rejected,
    withdrawn,
    open,
    accountedFor: published + kept + rejected + withdrawn + open,
    overMeasures: measures.reduce((total, measure) => total + receivedOn(measure), 0),
  }
}

export type Counts = Pick<MeasureCounts, 'states' | 'kinds'>

export function receivedOn({ states }: Pick<Counts, 'states'>): number {
  return commentStates.reduce((total, state) => total + states[state], 0)
}

export function addCounts(rows: readonly Counts[]): Counts {
  const sum = <Key extends string>(keys: readonly Key[], of: (row: Counts) => Record<Key, number>) =>
    Object.fromEntries(
      keys.map((key) => [key, rows.reduce((total, row) => total + of(row)[key], 0)]),
    ) as Record<Key, number>
  return {
    states: sum(commentStates, (row) => row.states),
    kinds: sum(participantKinds, (row) => row.kinds),
  }
}

export interface ThemeGroup {
  number: number
  name: string
  measures: MeasureCounts[]
}

/** The measures under their themes, in the plan's order; `names` by theme number. */
export function groupByTheme(
  measures: readonly MeasureCounts[],
  names: ReadonlyMap<number, string>,
): ThemeGroup[] {
  const groups = new Map<number, MeasureCounts[]>()
  for (const measure of measures) {
    const number = Number(measure.key.split('.')[0])
    groups.set(number, [...(groups.get(number) ?? []), measure])
  }
  return [...groups].map(([number, own]) => ({ number, name: names.get(number) ?? '', measures: own }))
}
