import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../worker/errors'
import { parseCursor, takePage } from '../../../worker/services/paging/cursor'

describe('a cursor', () => {
  it('is read as it was written', () => {
    const numbers = fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER }), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(numbers, (written) => {
        expect(parseCursor(written.join('-'), written.length)).toEqual(written)
      }),
    )
  })

  it.each([undefined, ''])('that is %j stands for the first page', (text) => {
    expect(parseCursor(text, 1)).toBeNull()
  })

  it.each([
    'abc',
    '-1',
    '1-',
    '1-2',
    '1.5',
    '1e3',
    '0x1',
    ' 1',
    '+1',
    '１',
    '9007199254740993',
    '99999999999999999999',
  ])('that is %j is refused', (text) => {
    expect(() => parseCursor(text, 1)).toThrow(new AppError('invalid_cursor'))
  })

  it('is refused, or gives as many whole numbers as were asked for, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2 }), (text, length) => {
        let numbers: number[] | null
        try {
          numbers = parseCursor(text, length)
        } catch (error) {
          expect(error).toEqual(new AppError('invalid_cursor'))
          return
        }
        if (text !== '') expect(numbers).toHaveLength(length)
        expect((numbers ?? []).every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true)
      }),
    )
  })
})

describe('a page', () => {
  const page = (rows: number[], limit: number) =>
    takePage(
      rows,
      limit,
      (row) => `no. ${row}`,
      (row) => [row, row],
    )

  it('has no next one where no more rows came than it holds', () => {
    expect(page([], 2)).toEqual({ items: [], next: null })
    expect(page([5, 6], 2)).toEqual({ items: ['no. 5', 'no. 6'], next: null })
  })

  it('leaves the surplus row to the next one, which begins after its own last', () => {
    expect(page([5, 6, 7], 2)).toEqual({
      items: ['no. 5', 'no. 6'],
      next: '6-6',
    })
  })

  it('follows another until all rows were shown once', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 7 }), (count, limit) => {
        const all = Array.from({ length: count }, (_, i) => i + 1)
        const shown: string[] = []
        for (let after = 0; ; ) {
          const { items, next } = page(all.filter((row) => row > after).slice(0, limit + 1), limit)
          shown.push(...items)
          if (next === null) break
          after = parseCursor(next, 2)?.[0] ?? Number.NaN
        }
        expect(shown).toEqual(all.map((row) => `no. ${row}`))
      }),
    )
  })
})
