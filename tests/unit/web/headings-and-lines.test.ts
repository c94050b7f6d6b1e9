import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linesOf, linesShown } from '../../../web/lib/line-estimate'
import { chineseNumeral, groupDigits, numeralIn, partsOfKey } from '../../../web/lib/numerals'
import { phrasesOf } from '../../../web/lib/phrases'

describe('a heading', () => {
  it('breaks between words, never before punctuation nor inside a quotation mark', () => {
    const phrases = phrasesOf('《2021年工业和信息化主要工作安排》，公开征求意见')
    expect(phrases).toContain('主要')
    expect(phrases.every((phrase) => !/^[，。、”）]/.test(phrase))).toBe(true)
    expect(phrasesOf('实施“三品”行动').some((phrase) => phrase.endsWith('“'))).toBe(false)
  })

  it('keeps every character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(phrasesOf(text).join('')).toBe(text)
      }),
    )
  })
})

describe('the lines of a comment', () => {
  it('count Latin characters as narrower', () => {
    expect(linesOf('言'.repeat(64))).toBe(2)
    expect(linesOf('a'.repeat(58))).toBe(1)
  })

  it('count paragraphs, empty ones too', () => {
    expect(linesOf('一\n\n二\n三')).toBe(4)
    expect(linesOf('言'.repeat(32 * linesShown))).toBe(linesShown)
  })
})

describe('numbers', () => {
  it.each([
    [1, '一'],
    [9, '九'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
  ])('%i is written %s', (number, text) => {
    expect(chineseNumeral(number)).toBe(text)
  })

  it('of parts are Chinese only in Chinese', () => {
    expect([numeralIn('zh', 3), numeralIn('en', 3)]).toEqual(['三', '3'])
  })

  it('are grouped by thousands', () => {
    expect([0, 999, 1538, 1_000_000].map(groupDigits)).toEqual(['0', '999', '1,538', '1,000,000'])
  })

  it('of a key are its theme, measure and sentence', () => {
    expect(partsOfKey('7.1.2')).toEqual({ theme: 7, measure: 1, clause: 2 })
    expect(partsOfKey('7.1').clause).toBeNull()
  })
})
