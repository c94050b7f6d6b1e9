import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMailable, nextAttemptAt } from '../../../worker/services/outbox/rules'

describe('an address', () => {
  it.each([
    'zhu@example.test',
    'zhu.jianguo+yanlu@mail.gd.example.test',
    '朱建国@例子.测试',
    "o'brien_1=2@example.test",
  ])('%j can be written to', (address) => {
    expect(isMailable(address)).toBe(true)
  })

  it.each([
    'zhu@example',
    'zhu example@a.test',
    'a@b.test,c@d.test',
    'a@b.test;c@d.test',
    'a@b@c.test',
    '<a@b.test>',
    '"a"@b.test',
    'a@b.test\r\nBcc: c@d.test',
    'a@b.test\u0000',
    'a@b.test\u2028c',
    '@b.test',
    'group:a@b.test',
  ])('%j cannot', (address) => {
    expect(isMailable(address)).toBe(false)
  })
})

describe('the next attempt', () => {
  const now = new Date('2021-03-19T01:00:00Z')
  const minutesAfter = (failures: number, chance: number) =>
    (nextAttemptAt({ now, random: () => Uint8Array.of(chance) }, failures).getTime() - now.getTime()) / 60_000

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [7, 60],
    [1000, 60],
  ])('after %i failures is at most %i minutes away', (failures, minutes) => {
    expect(minutesAfter(failures, 0)).toBe(minutes)
  })

  it('is never sooner than half of that, whatever chance says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 255 }), (failures, chance) => {
        const longest = minutesAfter(failures, 0)
        const minutes = minutesAfter(failures, chance)
        expect(minutes).toBeLessThanOrEqual(longest)
        expect(minutes).toBeGreaterThan(longest / 2)
      }),
    )
  })
})
