import { describe, expect, it } from 'vitest'
import { keysOfCodes, meaningOf, sortingKeys } from '../../../web/lib/sorting/code-keys'

const keys = keysOfCodes(Array.from({ length: 50 }, (_, i) => i + 1))

describe('the keys of the sorting screen', () => {
  it('give each code one of its own, none of which the screen itself needs', () => {
    const own = [...keys.values()]
    expect(new Set(own).size).toBe(own.length)
    expect(own.slice(0, 10)).toEqual([...'123456789a'])
    expect(own.filter((key) => Object.values<string>(sortingKeys).includes(key))).toEqual([])
  })

  it('leave to typing the codes beyond the last key', () => {
    expect(keys.get(32)).toBe('z')
    expect(keys.has(33)).toBe(false)
  })

  it.each([
    ['1', { code: 1 }],
    ['A', { code: 10 }],
    ['J', { act: 'next' }],
    ['u', { act: 'undo' }],
    ['/', { act: 'find' }],
    ['0', null],
    ['Enter', null],
  ])('take %s for %j', (key, meaning) => {
    expect(meaningOf(key, keys)).toEqual(meaning)
  })
})
