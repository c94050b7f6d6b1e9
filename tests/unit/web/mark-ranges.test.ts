import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markRanges } from '../../../web/lib/mark-ranges'

const joined = (runs: { text: string }[]) => runs.map((run) => run.text).join('')

describe('marking a text at offsets', () => {
  it('marks each target where it stands', () => {
    const text = '力争新增300家、专精特新50家。'
    const runs = markRanges(text, [
      { start: 13, end: 16 },
      { start: 4, end: 8 },
    ])
    expect(runs.filter((run) => run.marked).map((run) => run.text)).toEqual(['300家', '50家'])
  })

  it('drops a range that overlaps the one before it or leaves the text', () => {
    const runs = markRanges('abcdef', [
      { start: 1, end: 3 },
      { start: 2, end: 4 },
      { start: 5, end: 9 },
    ])
    expect(runs).toEqual([
      { text: 'a', marked: false },
      { text: 'bc', marked: true },
      { text: 'def', marked: false },
    ])
  })

  it('never loses or adds a character', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(
          fc.record({ start: fc.integer({ min: -3, max: 40 }), end: fc.integer({ min: -3, max: 40 }) }),
        ),
        (text, ranges) => {
          expect(joined(markRanges(text, ranges))).toBe(text)
        },
      ),
    )
  })
})
