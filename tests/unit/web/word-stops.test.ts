import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  charactersOf,
  extendPick,
  pick,
  sentencesOf,
  spanOf,
  stepPick,
  wordsOf,
} from '../../../web/lib/word-stops'

const text = '联系人张工 138 0013 8000。请按行业设档！'
const shown = (spans: { start: number; end: number }[], of = text) =>
  spans.map(({ start, end }) => of.slice(start, end))
const words = wordsOf(text)
const at = (word: string) => words[shown(words).indexOf(word)] ?? { start: -1, end: -1 }

afterEach(() => vi.unstubAllGlobals())

describe('the words of a text', () => {
  it('leave out spaces and punctuation', () => {
    expect(shown(words)).toEqual(expect.arrayContaining(['联系', '138', '0013', '8000', '行业']))
    expect(shown(words).join('')).toBe('联系人张工13800138000请按行业设档')
  })

  it('are characters where the browser knows no words', () => {
    vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
    expect(shown(wordsOf('𠮷野家，3%'), '𠮷野家，3%')).toEqual(['𠮷', '野', '家', '3'])
  })

  it('follow one another and cut no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (any) => {
        let last = 0
        for (const { start, end } of wordsOf(any)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(any.slice(start, end)).not.toMatch(/\p{Cs}/u)
          last = end
        }
      }),
    )
  })
})

it('every character is a stop of its own, and all together are the text', () => {
  expect(shown(charactersOf('a𠮷b'), 'a𠮷b')).toEqual(['a', '𠮷', 'b'])
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (any) => {
      expect(shown(charactersOf(any), any).join('')).toBe(any)
    }),
  )
})

it('sentences end with their mark', () => {
  expect(shown(sentencesOf(text))).toEqual(['联系人张工 138 0013 8000。', '请按行业设档！'])
  expect(sentencesOf('。。\n')).toEqual([])
})

describe('picking', () => {
  it('begins at either end of the text', () => {
    expect(stepPick(words, null, 1)).toEqual(pick(words[0] ?? at('')))
    expect(stepPick(words, null, -1)).toEqual(pick(words[words.length - 1] ?? at('')))
  })

  it('steps word by word and stays at the ends', () => {
    const first = pick(words[0] ?? at(''))
    expect(stepPick(words, stepPick(words, first, 1), -1)).toEqual(first)
    expect(stepPick(words, first, -1)).toEqual(first)
  })

  it('extends over what stands between words, and gives back', () => {
    const once = extendPick(words, pick(at('138')), 1)
    const twice = extendPick(words, once, 1)
    expect(shown([spanOf(twice)])).toEqual(['138 0013 8000'])
    expect(shown([spanOf(extendPick(words, twice, -1))])).toEqual(['138 0013'])
  })

  it('extends backwards past where it began', () => {
    const back = extendPick(words, pick(at('138')), -1)
    expect(shown([spanOf(back)])).toEqual(['工 138'])
  })

  it('takes one character more or less than a word', () => {
    const more = extendPick(charactersOf(text), pick(at('联系')), 1)
    expect(shown([spanOf(more)])).toEqual(['联系人'])
  })
})
