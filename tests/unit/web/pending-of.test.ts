import { expect, it } from 'vitest'
import { pendingOf } from '../../../web/lib/pending-of'

it('counts what waits for its first or second look, not appeals and re-checks, which are decided already', () => {
  expect(pendingOf({ open: { first: 15, second: 1, appeal: 2, recheck: 4 } })).toBe(16)
})
