import { describe, expect, it } from 'vitest'
import { maskEmail } from '../../../worker/contract/masks'
import { excerpt } from '../../../worker/contract/text'
import { escapeMarkup } from '../../../worker/services/feeds/escape-markup'
import { nextDigestAt } from '../../../worker/services/follows/rules'

const at = (moment: string) => new Date(moment)

describe('the next digest', () => {
  it.each([
    ['daily', '2021-03-19T23:59:59.999Z', '2021-03-20T00:00:00.000Z'],
    ['daily', '2021-03-20T00:00:00.000Z', '2021-03-21T00:00:00.000Z'],
    ['daily', '2021-12-31T16:30:00.000Z', '2022-01-01T00:00:00.000Z'],
    ['weekly', '2021-03-22T00:00:00.000Z', '2021-03-29T00:00:00.000Z'],
    ['weekly', '2021-03-21T23:59:59.999Z', '2021-03-22T00:00:00.000Z'],
    ['weekly', '2021-03-23T01:00:00.000Z', '2021-03-29T00:00:00.000Z'],
    ['at_once', '2021-03-23T01:00:00.000Z', '2021-03-23T01:05:00.000Z'],
  ] as const)(
    '%s after %s comes at %s: eight in the Beijing morning, weekly on Mondays',
    (frequency, now, next) => expect(nextDigestAt(frequency, at(now))).toEqual(at(next)),
  )
})

describe('an address', () => {
  it.each([
    ['zhu@example.org', 'z***@example.org'],
    ['a@b.cn', 'a***@b.cn'],
    ['𠮷野@example.org', '𠮷***@example.org'],
  ])('is masked: %s', (email, masked) => expect(maskEmail(email)).toBe(masked))
})

describe('an excerpt', () => {
  it('is the text itself up to its length, and says where more follows', () => {
    expect(excerpt('一二三', 3)).toBe('一二三')
    expect(excerpt('一二三四', 3)).toBe('一二三……')
    expect(excerpt('𠮷𠮷𠮷', 2)).toBe('𠮷𠮷……')
  })
})

describe('markup', () => {
  it('holds nothing that would end an element or an attribute, nor what XML cannot hold', () => {
    expect(escapeMarkup('<a href="x">&\u0000\u000b\ufffe\ud800 好')).toBe(
      '&lt;a href=&quot;x&quot;&gt;&amp; 好',
    )
  })
})
