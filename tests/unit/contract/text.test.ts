import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, countCharacters } from '../../../worker/contract/text'
import { anyText } from '../../support/any-text'

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['中文', 2],
    ['𠮷', 1],
    ['e\u0301', 1],
    ['👨‍👩‍👧', 1],
    ['🇨🇳', 1],
    ['一\n二', 3],
  ])('counts %j as %i', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })

  it('never counts more characters than there are code points', () => {
    fc.assert(fc.property(anyText, (text) => countCharacters(text) <= [...text].length))
  })
})

describe('cleanText', () => {
  it.each([
    [' 一 ', '一'],
    ['一\r\n二\r三', '一\n二\n三'],
    ['一\t二', '一\t二'],
    ['一\u0000\u0007\u001B\u007F\u0085二', '一二'],
    ['a\u202Eb\u2066c\u2069d', 'abcd'],
    ['\uD800a\uDFFF', '\uFFFDa\uFFFD'],
    ['\uFFFE\uFFFF', ''],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['\u3000一\u00A0', '一'],
    ['一\u200B二\uFEFF', '一二'],
    ['\u200B\u2060\u3164\u2800', ''],
  ])('makes %j into %j', (text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned)
  })

  it('has nothing left to clean', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once).not.toMatch(/\p{Cs}/u)
        expect(once).not.toMatch(/(?![\n\t])\p{Cc}/u)
      }),
    )
  })
})

describe('cleanLine', () => {
  it('stays on one line, with single spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = cleanLine(text)
        expect(line).not.toMatch(/[\n\t]|\s\s/)
        expect(line).toBe(line.trim())
      }),
    )
  })
})
