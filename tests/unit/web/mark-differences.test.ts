import { diffChars } from 'diff'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Piece, piecesOf } from '../../../web/lib/mark-differences'
import { findDifferences } from '../../../web/views/desk/moderation/find-differences'

const only = (pieces: readonly Piece[], ...kinds: Piece['kind'][]) =>
  pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('')

const form = '建议把设备投资门槛由 500 万元降到 200 万元，小企业够不着。'

describe('differences', () => {
  it('show the sentence that was added to a form letter, and nothing else', async () => {
    const added = '请追究责任人李四的责任。'
    const pieces = await findDifferences(form, `${form}${added}`)
    expect(pieces).toEqual([
      { kind: 'same', text: form },
      { kind: 'added', text: added },
    ])
  })

  it('show what was left out', async () => {
    const pieces = await findDifferences(form, form.replace('，小企业够不着', ''))
    expect(only(pieces, 'missing')).toBe('，小企业够不着')
    expect(only(pieces, 'added')).toBe('')
  })

  it('are none between equal texts', async () => {
    expect(await findDifferences(form, form)).toEqual([{ kind: 'same', text: form }])
  })

  it('do not break words at a single character that happens to agree', () => {
    const pieces = piecesOf([
      { value: '甲', removed: true, added: false },
      { value: '乙', removed: false, added: true },
      { value: '的', removed: false, added: false },
      { value: '丙', removed: true, added: false },
      { value: '丁', removed: false, added: true },
    ])
    expect(pieces).toEqual([
      { kind: 'missing', text: '甲的丙' },
      { kind: 'added', text: '乙的丁' },
    ])
  })

  it('lose no character of either text, and cut none in two', () => {
    const text = fc.string({ unit: fc.constantFrom('建', '议', '𠮷', '5', '，', '😀'), maxLength: 30 })
    fc.assert(
      fc.property(text, text, (from, to) => {
        const pieces = piecesOf(diffChars(from, to))
        expect(only(pieces, 'same', 'missing')).toBe(from)
        expect(only(pieces, 'same', 'added')).toBe(to)
        for (const { text: part } of pieces) expect(() => encodeURIComponent(part)).not.toThrow()
      }),
    )
  })
})
