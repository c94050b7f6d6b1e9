import { describe, expect, it } from 'vitest'
import { lintRules } from '../../../worker/contract/codebook'
import { lintCodebook } from '../../../worker/services/coding/lint-codebook'

const code = (id: number, count: number, change = {}) => ({
  id,
  count,
  definition: '定义',
  example: '示例',
  ...change,
})
const kinds = (input: Parameters<typeof lintCodebook>[0]) =>
  lintCodebook(input).map(({ kind, codes, count }) => [kind, codes, count])

describe('the lint of a codebook', () => {
  it('finds nothing in a good one', () => {
    expect(
      kinds({ codes: [code(1, 30), code(2, 40)], pairs: [{ a: 1, b: 2, both: 10 }], tagged: 100 }),
    ).toEqual([])
  })

  it('finds too many codes', () => {
    const codes = Array.from({ length: lintRules.mostCodes + 1 }, (_, i) => code(i + 1, 5))
    expect(kinds({ codes, pairs: [], tagged: 100 })).toEqual([['too_many', [], lintRules.mostCodes + 1]])
  })

  it('finds what has no definition or no example, before anything is tagged', () => {
    const codes = [code(1, 0, { definition: '' }), code(2, 0, { example: '' })]
    expect(kinds({ codes, pairs: [], tagged: 0 })).toEqual([
      ['no_definition', [1], null],
      ['no_example', [2], null],
    ])
  })

  it('finds codes too rare and too frequent, with their counts', () => {
    const codes = [code(1, 2), code(2, 51), code(3, 50)]
    expect(kinds({ codes, pairs: [], tagged: 100 })).toEqual([
      ['too_rare', [1], 2],
      ['too_frequent', [2], 51],
    ])
  })

  it('finds a pair that nearly always occurs together, with its Jaccard share', () => {
    const codes = [code(1, 20), code(2, 18), code(3, 40)]
    const pairs = [
      { a: 1, b: 2, both: 17 },
      { a: 1, b: 3, both: 20 },
    ]
    expect(lintCodebook({ codes, pairs, tagged: 100 })).toEqual([
      { kind: 'overlapping', codes: [1, 2], count: 17, share: 17 / 21 },
    ])
  })
})
