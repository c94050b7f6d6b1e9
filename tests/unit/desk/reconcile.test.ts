import { describe, expect, it } from 'vitest'
import { isReversed } from '../../../web/views/desk/staff/export-query'
import { addCounts, groupByTheme, receivedOn, reconcile } from '../../../web/views/desk/staff/reconcile'
import type { MeasureCounts, SummaryView } from '../../../worker/contract/staff'
import { byKind } from './queue-items'

const none = { pending: 0, published: 0, private: 0, returned: 0, rejected: 0, withdrawn: 0 }
const measure = (key: string, states: Partial<MeasureCounts['states']>): MeasureCounts => ({
  key,
  number: Number(key.split('.')[1]),
  title: key,
  shortTitle: key,
  shortTitleEn: key,
  states: { ...none, ...states },
  kinds: byKind({ individual: 1 }),
  stances: { support: 0, partly: 0, oppose: 0, suggest: 0 },
})
const measures = [
  measure('1.1', { published: 5, private: 1, rejected: 2 }),
  measure('1.2', { pending: 3, returned: 2 }),
  measure('2.1', { withdrawn: 1 }),
]
const summary: SummaryView = {
  received: 14,
  ...addCounts(measures),
  measures,
}

describe('the equation', () => {
  it('is received = published + private + rejected + withdrawn + open', () => {
    expect(reconcile(summary)).toEqual({
      received: 14,
      published: 5,
      private: 1,
      rejected: 2,
      withdrawn: 1,
      open: 5,
      accountedFor: 14,
      overMeasures: 14,
    })
  })

  it('shows a comment that no state accounts for', () => {
    const { received, accountedFor } = reconcile({ ...summary, received: 15 })
    expect(received - accountedFor).toBe(1)
  })

  it('shows a measure that is missing from the parts', () => {
    const { received, overMeasures } = reconcile({ ...summary, measures: measures.slice(1) })
    expect(received - overMeasures).toBe(8)
  })
})

describe('the table', () => {
  it('puts measures under their themes in the order of the plan', () => {
    const groups = groupByTheme(measures, new Map([[1, '创新驱动']]))
    expect(groups.map(({ number, name, measures: own }) => [number, name, own.length])).toEqual([
      [1, '创新驱动', 2],
      [2, '', 1],
    ])
  })

  it('adds up states and kinds', () => {
    const total = addCounts(measures)
    expect(receivedOn(total)).toBe(14)
    expect(total.kinds.individual).toBe(3)
  })
})

describe('the days of an export', () => {
  it('are reversed only when both are given and the last is before the first', () => {
    expect(isReversed({ from: '2021-04-02', to: '2021-04-01' })).toBe(true)
    expect(isReversed({ from: '2021-04-01', to: '2021-04-01' })).toBe(false)
    expect(isReversed({ from: '2021-04-02' })).toBe(false)
  })
})
