import { describe, expect, it } from 'vitest'
import type { Totals } from '../../../worker/contract/results'
import { canOverride, findBlockers, isReconciled } from '../../../worker/services/results/rules'

const totals: Totals = {
  received: 10,
  states: { pending: 0, published: 5, private: 1, returned: 1, rejected: 2, withdrawn: 1 },
  channels: { online: 8, letter: 2, email: 0, hotline: 0, meeting: 0, department: 0 },
  admissible: 6,
  kinds: { enterprise: 3, association: 1, institution: 0, individual: 2 },
  dispositions: { adopted: 2, partly: 1, not_adopted: 1, already_covered: 1, out_of_scope: 1, passed_on: 0 },
  undisposed: 0,
}
const open = { isClosed: true, totals, unconfirmed: 0, openReviews: 0, unpublishedChanges: 0 }

describe('the gate', () => {
  it('is open when all is closed, decided, disposed of, published and adds up', () => {
    expect(findBlockers(open)).toEqual([])
  })

  it.each([
    ['not_closed', { isClosed: false }, false],
    ['unreconciled', { totals: { ...totals, received: 11 } }, false],
    ['unpublished_changes', { unpublishedChanges: 1 }, false],
    ['pending', { totals: { ...totals, states: { ...totals.states, pending: 1, returned: 0 } } }, true],
    ['pending', { unconfirmed: 1 }, true],
    ['open_reviews', { openReviews: 1 }, true],
    [
      'undisposed',
      { totals: { ...totals, undisposed: 1, dispositions: { ...totals.dispositions, adopted: 1 } } },
      true,
    ],
  ] as const)('names %s, and may be overridden or not', (blocker, change, mayOverride) => {
    const blockers = findBlockers({ ...open, ...change })
    expect(blockers).toEqual([blocker])
    expect(canOverride(blockers)).toBe(mayOverride)
  })
})

describe('figures that reconcile', () => {
  it.each([
    ['a state that is missing', { states: { ...totals.states, rejected: 1 } }],
    ['a channel too many', { channels: { ...totals.channels, hotline: 1 } }],
    ['an admissible one too few', { admissible: 5 }],
    ['a disposition counted twice', { dispositions: { ...totals.dispositions, adopted: 3 } }],
  ])('do not with %s', (_, change) => {
    expect(isReconciled(totals)).toBe(true)
    expect(isReconciled({ ...totals, ...change })).toBe(false)
  })
})
