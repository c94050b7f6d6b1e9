import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../worker/errors'
import {
  assertOpen,
  periodOfDays,
  phaseAt,
  startOfBeijingDay,
} from '../../../worker/services/consultations/rules'

const day = 86_400_000
const period = {
  opensAt: new Date('2021-02-28T16:00:00Z'),
  closesAt: new Date('2021-03-30T16:00:00Z'),
}
const moments = fc.date({
  min: new Date('1992-01-01'),
  max: new Date('2200-01-01'),
  noInvalidDate: true,
})

describe('a consultation from 1 to 30 March', () => {
  it.each([
    ['2021-02-28T15:59:59.999Z', 'not_open', 'consultation_not_open'],
    ['2021-02-28T16:00:00.000Z', 'open', null],
    ['2021-03-30T15:59:59.999Z', 'open', null],
    ['2021-03-30T16:00:00.000Z', 'closed', 'consultation_closed'],
    ['2099-01-01T00:00:00.000Z', 'closed', 'consultation_closed'],
  ] as const)('is, at %s, %s', (moment, phase, code) => {
    const now = new Date(moment)
    expect(phaseAt(period, now)).toBe(phase)
    if (code) expect(() => assertOpen(period, now)).toThrow(new AppError(code))
    else expect(() => assertOpen(period, now)).not.toThrow()
  })
})

describe('a period', () => {
  it('begins at 00:00 of its first day and ends at 24:00 of its last, Beijing time', () => {
    expect(periodOfDays(new Date('2021-03-19T17:00:00Z'), 30)).toEqual({
      opensAt: new Date('2021-03-19T16:00:00Z'),
      closesAt: new Date('2021-04-18T16:00:00Z'),
    })
  })

  it('holds the moment that it was made from, whenever that is', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 90 }), (from, days) => {
        const made = periodOfDays(from, days)
        expect(phaseAt(made, from)).toBe('open')
        expect(made.closesAt.getTime() - made.opensAt.getTime()).toBe(days * day)
        expect(startOfBeijingDay(made.opensAt)).toEqual(made.opensAt)
        expect(from.getTime() - made.opensAt.getTime()).toBeLessThan(day)
      }),
    )
  })
})
