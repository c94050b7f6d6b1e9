import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spaceOut, toMatch } from '../../../worker/services/search/tokens'
import { anyText } from '../../support/any-text'

describe('spaceOut', () => {
  it.each([
    ['企业', '企 业'],
    ['5G基站', '5G 基 站'],
    ['  AI  算力 ', 'AI 算 力'],
    ['ＡＩ', 'AI'],
    ['𠮷野', '𠮷 野'],
    ['一\n二', '一 二'],
    ['ｱかナ한', 'ア か ナ 한'],
    ['', ''],
  ])('makes %j into %j', (text, spaced) => {
    expect(spaceOut(text)).toBe(spaced)
  })

  it('changes nothing a second time', () => {
    fc.assert(fc.property(anyText, (text) => spaceOut(spaceOut(text)) === spaceOut(text)))
  })
})

describe('toMatch', () => {
  it.each([
    ['企业', '"企 业"'],
    ['企业 算力', '"企 业" "算 力"'],
    ['ai', '"ai"*'],
    ['5G基站', '"5G 基 站"'],
    ['技改2025', '"技 改 2025"*'],
    ['GB/T 22239', '"GB T"* "22239"*'],
    ['“小升规”', '"小 升 规"'],
    ['100%', '"100"*'],
    ['a"b', '"a b"*'],
    ['*', null],
    ['%_"', null],
    [' ', null],
  ])('asks for %j by %j', (query, match) => {
    expect(toMatch(query)).toBe(match)
  })

  it('lets no operator, column or quotation of the query through', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        expect(toMatch(query) ?? '""').toMatch(/^"[\p{L}\p{N}\s]*"\*?( "[\p{L}\p{N}\s]*"\*?)*$/u)
      }),
    )
  })
})
