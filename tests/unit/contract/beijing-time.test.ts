import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beijingTimestamp, inBeijing, startOfBeijingDate } from '../../../worker/contract/beijing-time'

describe('Beijing time', () => {
  it.each([
    ['2021-03-19T01:12:05.999Z', '2021-03-19 09:12:05'],
    ['2021-03-19T15:59:59.000Z', '2021-03-19 23:59:59'],
    ['2021-03-19T16:00:00.000Z', '2021-03-20 00:00:00'],
    ['2020-12-31T16:00:00.000Z', '2021-01-01 00:00:00'],
  ])('of %s is %s', (moment, written) => {
    expect(beijingTimestamp(moment)).toBe(written)
    const { year, month, day, hour, minute, second } = inBeijing(moment)
    const two = (number: number) => String(number).padStart(2, '0')
    expect(`${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`).toBe(written)
  })

  it('begins each day at 16:00 UTC of the day before', () => {
    expect(startOfBeijingDate('2021-03-19').toISOString()).toBe('2021-03-18T16:00:00.000Z')
    const days = fc.date({
      min: new Date(0),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(beijingTimestamp(startOfBeijingDate(day))).toBe(`${day} 00:00:00`)
      }),
    )
  })
})
