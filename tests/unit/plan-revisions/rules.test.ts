import { describe, expect, it } from 'vitest'
import {
  type ClauseAct,
  type ClauseStanding,
  clauseActs,
  clauseStandings,
  measureKeyOf,
  nextStanding,
  standingOf,
} from '../../../worker/services/plan-revisions/rules'

const allowed: [ClauseStanding, ClauseAct, ClauseStanding | 'gone'][] = [
  ['unchanged', 'amend', 'amended'],
  ['unchanged', 'remove', 'removed'],
  ['amended', 'amend', 'amended'],
  ['amended', 'remove', 'removed'],
  ['amended', 'take_back', 'unchanged'],
  ['added', 'amend', 'added'],
  ['added', 'take_back', 'gone'],
  ['removed', 'amend', 'amended'],
  ['removed', 'take_back', 'unchanged'],
]

describe.each(clauseStandings)('a clause that is %s in the draft', (standing) => {
  it.each(clauseActs)('under the act %s', (act) => {
    const row = allowed.find(([from, by]) => from === standing && by === act)
    expect(nextStanding[standing][act]).toBe(row?.[2] ?? null)
  })
})

it.each([
  ['甲', '甲', 'unchanged'],
  ['甲', '乙', 'amended'],
  ['甲', null, 'removed'],
  [null, '甲', 'added'],
  [null, null, 'gone'],
])('from %s to %s is %s', (before, text, standing) => {
  expect(standingOf(before, text)).toBe(standing)
})

it('an act is on the measure of its clause', () => {
  expect(measureKeyOf({ act: 'remove', clause: '7.1.12', reason: '', seen: '' })).toBe('7.1')
  expect(measureKeyOf({ act: 'add', measure: '7.1', text: '新', reason: '' })).toBe('7.1')
})
