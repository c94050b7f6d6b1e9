import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clauseRuns, compareTexts } from '../../../web/lib/compare-texts'

const text = fc.string({ unit: fc.constantFrom('企', '业', '园', '3', '00', '，', 'G', '𠮷'), maxLength: 30 })
const join = (pieces: { kind: string; text: string }[], not: string) =>
  pieces
    .filter(({ kind }) => kind !== not)
    .map((piece) => piece.text)
    .join('')

describe('what changed between two texts', () => {
  it('gives both back, whole', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before, after)
        expect(join(pieces, 'added')).toBe(before)
        expect(join(pieces, 'missing')).toBe(after)
      }),
    )
  })

  it('leaves no single character standing between two changes', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before, after)
        for (const [i, { kind, text }] of pieces.entries())
          if (kind === 'same' && i > 0 && i < pieces.length - 1) expect([...text].length).toBeGreaterThan(1)
      }),
    )
  })

  it('takes a number for one thing', () => {
    expect(compareTexts('新培育企业300家。', '新培育企业3600家。')).toEqual([
      { kind: 'same', text: '新培育企业' },
      { kind: 'missing', text: '300' },
      { kind: 'added', text: '3600' },
      { kind: 'same', text: '家。' },
    ])
  })
})

describe('a clause with its change and its targets', () => {
  it('marks a target through the change', () => {
    const now = '力争新培育企业360家。'
    expect(clauseRuns(now, '新培育企业300家。', [{ start: 7, end: 11 }])).toEqual([
      { kind: 'added', text: '力争', marked: false },
      { kind: 'same', text: '新培育企业', marked: false },
      { kind: 'missing', text: '300', marked: false },
      { kind: 'added', text: '360', marked: true },
      { kind: 'same', text: '家', marked: true },
      { kind: 'same', text: '。', marked: false },
    ])
  })

  it('has the present text in its runs, whatever was marked', () => {
    const range = fc.record({ start: fc.nat(10), end: fc.nat(20) })
    fc.assert(
      fc.property(text, fc.option(text), fc.array(range, { maxLength: 3 }), (now, before, ranges) => {
        expect(join(clauseRuns(now, before, ranges), 'missing')).toBe(now)
      }),
    )
  })
})
