import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeAnchor } from '../../../worker/services/plan/place-anchor'

/** Few letters, so that a passage often occurs more than once. */
const text = fc.string({ unit: fc.constantFrom('企', '业', '园', '区', '3', '，'), maxLength: 40 })
const passage = fc.string({
  unit: fc.constantFrom('企', '业', '园', '区', '3', '，'),
  minLength: 1,
  maxLength: 6,
})

describe('the place of a passage', () => {
  it('is the same in a text that did not change, wherever it stood', () => {
    fc.assert(
      fc.property(text, passage, text, (before, quote, after) => {
        const whole = before + quote + after
        expect(placeAnchor(quote, whole, whole, before.length)).toEqual({
          place: 'same',
          start: before.length,
        })
      }),
    )
  })

  it('moves with what is put before all of the text', () => {
    fc.assert(
      fc.property(text, passage, text, passage, (before, quote, after, added) => {
        const whole = before + quote + after
        const found = placeAnchor(quote, whole, added + whole, before.length)
        expect(found.place).not.toBe('orphan')
        if (found.place !== 'orphan') expect((added + whole).startsWith(quote, found.start)).toBe(true)
      }),
    )
  })

  it('is always one where the passage stands, and there is none only if it stands nowhere', () => {
    fc.assert(
      fc.property(text, text, passage, (oldText, newText, quote) => {
        const found = placeAnchor(quote, oldText, newText)
        if (found.place === 'orphan') expect(newText).not.toContain(quote)
        else expect(newText.startsWith(quote, found.start)).toBe(true)
        if (found.place === 'same') expect(oldText.indexOf(quote)).toBe(found.start)
      }),
    )
  })

  it('is lost with its clause', () => {
    fc.assert(
      fc.property(text, passage, (oldText, quote) => {
        expect(placeAnchor(quote, oldText, null)).toEqual({ place: 'orphan' })
      }),
    )
  })

  it('follows its surroundings where the passage stands twice', () => {
    const old = '培育企业300家，奖励企业300家。'
    const now = '今年起培育企业300家，分批奖励企业300家。'
    expect(placeAnchor('300家', old, now, 4)).toEqual({ place: 'moved', start: 7 })
    expect(placeAnchor('300家', old, now, 13)).toEqual({ place: 'moved', start: 18 })
    const longer = `按照省委省政府的部署，${now}`
    expect(placeAnchor('300家', old, longer, 13)).toEqual({ place: 'moved', start: 29 })
  })

  it('is lost where the figure was changed', () => {
    expect(placeAnchor('300家', '新培育企业300家。', '新培育企业360家。')).toEqual({ place: 'orphan' })
  })
})
