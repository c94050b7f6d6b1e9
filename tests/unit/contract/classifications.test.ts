import { describe, expect, it } from 'vitest'
import { industries, industryCodes } from '../../../worker/contract/industries'
import { cities, cityCodes } from '../../../worker/contract/regions'

describe('the classifications', () => {
  // GB/T 4754-2017, table 1: 20 sections, A to T.
  it('have the 20 sections of GB/T 4754-2017 in order', () => {
    expect(industryCodes.join('')).toBe('ABCDEFGHIJKLMNOPQRST')
    expect(new Set(industries.flatMap(({ zh, en }) => [zh, en])).size).toBe(40)
  })

  // GB/T 2260, 44: 440100–442000 without the former 4410 and 4411, and 445100–445300.
  it('have the 21 cities of Guangdong by GB/T 2260', () => {
    expect(cityCodes).toHaveLength(21)
    expect(cityCodes.every((code) => /^44\d\d$/.test(code))).toBe(true)
    expect(new Set(cities.flatMap(({ code, zh, en }) => [code, zh, en])).size).toBe(63)
    expect(cities.every(({ zh }) => zh.endsWith('市'))).toBe(true)
  })
})
