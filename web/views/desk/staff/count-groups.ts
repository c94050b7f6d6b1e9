import type { SummaryView } from '../../../../worker/contract/staff'
import type { CountsGroup, CountsRow } from '../../../components/desk/staff/summary-table'
import { addCounts, type Counts, groupByTheme, receivedOn } from './reconcile'

interface RowNames {
  themes: ReadonlyMap<number, string>
  measure: (measure: SummaryView['measures'][number]) => string
  theme: (number: number) => string
  total: string
}

/** The summary as the table's rows: each theme with its subtotal above its measures, and the total. */
export function countGroups(
  summary: SummaryView,
  names: RowNames,
): { groups: CountsGroup[]; total: CountsRow } {
  const row = (key: string, name: string, counts: Counts): CountsRow => ({
    key,
    name,
    received: receivedOn(counts),
    states: counts.states,
    kinds: counts.kinds,
  })
  const groups = groupByTheme(summary.measures, names.themes).map((group) => ({
    key: String(group.number),
    theme: row(String(group.number), group.name || names.theme(group.number), addCounts(group.measures)),
    measures: group.measures.map((measure) => row(measure.key, names.measure(measure), measure)),
  }))
  return { groups, total: row('total', names.total, addCounts(summary.measures)) }
}
