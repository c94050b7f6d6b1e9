import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainWords } from '../../../worker/contract/locales'
import { applyRedactions, areRedactionsInPlace, type Redaction } from '../../../worker/contract/redaction'
import { redactionReasons } from '../../../worker/contract/words'
import { anyText } from '../../support/any-text'

const mark = ({ reason }: Redaction) => `〔已隐去：${domainWords.zh.redactions[reason]}〕`

/** In which much stands twice. */
const fewLetters = fc
  .array(fc.constantFrom('甲', '乙', '𠮷'), { maxLength: 40 })
  .map((letters) => letters.join(''))

/** A text, and passages of it as a person could choose them: whole characters, in order, none over another. */
const redacted = fc
  .tuple(
    fc.oneof(anyText, fewLetters),
    fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.constantFrom(...redactionReasons))),
  )
  .map(([text, chosen]) => {
    const edges = [0]
    for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length)
    const redactions: Redaction[] = []
    let from = 0
    for (const [skipped, length, reason] of chosen) {
      const start = edges[from + skipped]
      const end = edges[from + skipped + length + 1]
      if (start === undefined || end === undefined) break
      redactions.push({ start, end, reason })
      from += skipped + length + 1
    }
    return { text, redactions }
  })

/** Halves of characters that have lost the other. */
const countHalves = (text: string) => text.match(/\p{Cs}/gu)?.length ?? 0

const outside = (text: string, redactions: Redaction[]): string[] => {
  const edges = [0, ...redactions.flatMap(({ start, end }) => [start, end]), text.length]
  return Array.from({ length: edges.length / 2 }, (_, i) => text.slice(edges[2 * i], edges[2 * i + 1]))
}

describe('a text with passages hidden', () => {
  it('keeps all that stands outside of them, and a mark for each', () => {
    fc.assert(
      fc.property(redacted, ({ text, redactions }) => {
        const kept = outside(text, redactions)
        const expected = kept.map((part, i) => part + (redactions[i] ? mark(redactions[i]) : '')).join('')
        expect(applyRedactions(text, redactions)).toBe(expected)
      }),
    )
  })

  it('leaks nothing of them that does not stand elsewhere too', () => {
    fc.assert(
      fc.property(redacted, ({ text, redactions }) => {
        const shown = applyRedactions(text, redactions)
        for (const { start, end } of redactions)
          for (let at = start; at + 4 <= end; at += 1) {
            const piece = text.slice(at, at + 4)
            if (standsElsewhere(text, redactions, piece)) continue
            expect(shown).not.toContain(piece)
          }
      }),
      { numRuns: 1000 },
    )
  })

  it('is itself where nothing is hidden, and a mark alone where all is', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...redactionReasons), (text, reason) => {
        expect(applyRedactions(text, [])).toBe(text)
        if (text === '') return
        const all = { start: 0, end: text.length, reason }
        expect(applyRedactions(text, [all])).toBe(mark(all))
      }),
    )
  })

  it('shows no half of a character', () => {
    fc.assert(
      fc.property(redacted, ({ text, redactions }) => {
        expect(areRedactionsInPlace(text, redactions)).toBe(true)
        expect(countHalves(applyRedactions(text, redactions))).toBeLessThanOrEqual(countHalves(text))
      }),
    )
  })
})

describe('passages are in place', () => {
  it.each<[string, [number, number][], boolean]>([
    ['甲乙丙丁', [], true],
    ['甲乙丙丁', [[0, 4]], true],
    [
      '甲乙丙丁',
      [
        [0, 1],
        [1, 2],
      ],
      true,
    ],
    ['甲乙丙丁', [[1, 1]], false],
    ['甲乙丙丁', [[2, 1]], false],
    ['甲乙丙丁', [[0, 5]], false],
    [
      '甲乙丙丁',
      [
        [2, 3],
        [0, 1],
      ],
      false,
    ],
    [
      '甲乙丙丁',
      [
        [0, 3],
        [2, 4],
      ],
      false,
    ],
    ['甲𠮷乙', [[1, 3]], true],
    ['甲𠮷乙', [[1, 2]], false],
    ['甲𠮷乙', [[2, 4]], false],
    ['', [[0, 0]], false],
  ])('in %s: %j %s', (text, passages, expected) => {
    const redactions = passages.map(([start, end]) => ({ start, end, reason: 'wording' as const }))
    expect(areRedactionsInPlace(text, redactions)).toBe(expected)
  })
})

/** True where some of the piece's places in the text are not within a hidden passage, or a mark might spell it. */
function standsElsewhere(text: string, redactions: Redaction[], piece: string): boolean {
  if ([...piece].some((character) => redactions.map(mark).join('').includes(character))) return true
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1))
    if (!redactions.some(({ start, end }) => start <= at && at + 4 <= end)) return true
  return false
}
