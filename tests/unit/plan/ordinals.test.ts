import { describe, expect, it } from 'vitest'
import { readOrdinal, writeOrdinal } from '../../../worker/services/plan/ordinals'

describe('ordinals', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [99, '九十九'],
    [100, '一百'],
    [105, '一百零五'],
    [112, '一百一十二'],
    [230, '二百三十'],
  ])('writes %i as %s', (number, text) => {
    expect(writeOrdinal(number)).toBe(text)
  })

  it('reads back every ordinal it writes', () => {
    for (let number = 1; number <= 999; number++) expect(readOrdinal(writeOrdinal(number))).toBe(number)
  })

  it.each(['一十', '十十', '二二', '百', ''])('does not read “%s”', (text) => {
    expect(readOrdinal(text)).toBeUndefined()
  })
})
