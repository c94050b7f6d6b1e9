import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layerText } from '../../../web/lib/text-layers'

describe('a text in layers', () => {
  it('is cut where any span begins or ends, and says which cover each run', () => {
    const runs = layerText('abcdef', { signals: [{ start: 1, end: 4 }], hidden: [{ start: 3, end: 6 }] })
    expect(runs.map(({ text, on }) => [text, on.signals, on.hidden])).toEqual([
      ['a', null, null],
      ['bc', 0, null],
      ['d', 0, 0],
      ['ef', null, 0],
    ])
  })

  it('says where a span ends, once', () => {
    const runs = layerText('abcdef', { signals: [{ start: 1, end: 4 }], hidden: [{ start: 2, end: 3 }] })
    expect(runs.filter(({ ends }) => ends.includes('signals')).map(({ text }) => text)).toEqual(['d'])
  })

  it('loses no character', () => {
    const spans = fc.array(
      fc.record({ start: fc.integer({ min: -2, max: 30 }), end: fc.integer({ min: -2, max: 30 }) }),
    )
    fc.assert(
      fc.property(fc.string(), spans, spans, (text, a, b) => {
        expect(
          layerText(text, { a, b })
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})
