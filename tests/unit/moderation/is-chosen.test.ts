import { describe, expect, it } from 'vitest'
import type { ServiceContext } from '../../../worker/context'
import { isChosen } from '../../../worker/services/moderation/is-chosen'
import { Chance } from '../../support/chance'

const chance = new Chance()
const ctx = { random: chance.random } as unknown as ServiceContext

describe('chance', () => {
  it.each([0, 3, 20, 50, 100])('chooses about %i of a hundred', (percent) => {
    const chosen = Array.from({ length: 10_000 }, () => isChosen(ctx, percent)).filter(Boolean).length
    expect(Math.abs(chosen / 100 - percent)).toBeLessThanOrEqual(percent % 100 === 0 ? 0 : 1.5)
  })

  it('is not asked where all or none are', () => {
    const never = { random: () => expect.unreachable() } as unknown as ServiceContext
    expect([isChosen(never, 0), isChosen(never, 100)]).toEqual([false, true])
  })
})
