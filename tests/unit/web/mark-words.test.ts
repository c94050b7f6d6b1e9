import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptAround, markWords } from '../../../web/lib/mark-words'

const marked = (text: string, query: string) =>
  markWords(text, query)
    .filter((run) => run.marked)
    .map((run) => run.text)

describe('marking the words of a search', () => {
  it('finds every place, whatever the case', () => {
    expect(marked('5G 基站与 5g 应用', '5G')).toEqual(['5G', '5g'])
  })

  it('marks each word of a query, touching ones as one', () => {
    expect(marked('技术改造与技改奖励', '技改 奖励')).toEqual(['技改奖励'])
    expect(marked('技术改造与数字化转型', '转型 技术')).toEqual(['技术', '转型'])
  })

  it('marks nothing for a blank query', () => {
    expect(marked('技改', '  ')).toEqual([])
  })

  it('never loses or adds a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
        const runs = markWords(text, query)
        expect(runs.map((run) => run.text).join('')).toBe(text)
      }),
    )
  })
})

describe('an excerpt', () => {
  const text = `${'前'.repeat(200)}专精特新${'后'.repeat(200)}`

  it('is the whole text where that is short', () => {
    expect(excerptAround('专精特新', '特', 100)).toBe('专精特新')
  })

  it('shows the first hit and says where it was cut', () => {
    const excerpt = excerptAround(text, '专精特新', 100)
    expect(excerpt).toMatch(/^….*专精特新.*…$/)
    expect(excerpt.length).toBeLessThanOrEqual(102)
  })

  it('does not cut a character in two', () => {
    for (let length = 10; length < 20; length += 1) {
      expect(excerptAround('𠮷'.repeat(60), '特', length)).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/)
    }
  })
})
