import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dueAt,
  dueTodayBefore,
  isCalendarKnown,
  overdueBefore,
} from '../../../worker/services/calendar/working-days'
import { yearTables } from '../../../worker/services/calendar/years/all'

const day = 86_400_000
const at = (beijing: string) => new Date(`${beijing}+08:00`)
const dayOf = (moment: Date) => Math.floor((moment.getTime() + 8 * 3_600_000) / day)
/** Where one working day after the day before ends with this very day. */
const isWorkingDay = (moment: Date) =>
  dayOf(new Date(dueAt(new Date(moment.getTime() - day), 1).getTime() - 1)) === dayOf(moment)
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()
const isWeekend = (date: string) => [0, 6].includes(weekdayOf(date))
const daysFrom = ([first, last]: readonly [string, string]) => {
  const from = Date.parse(first)
  return Array.from({ length: (Date.parse(last) - from) / day + 1 }, (_, index) =>
    new Date(from + index * day).toISOString().slice(0, 10),
  )
}

describe.each(yearTables)('the table of $year', ({ year, daysOff, workingWeekends }) => {
  const off = daysOff.flatMap(daysFrom)

  it('makes up for days off at weekends only', () => {
    expect(workingWeekends.filter((date) => !isWeekend(date))).toEqual([])
  })

  it('leaves the holidays of the law: 11 days, 13 from 2025', () => {
    const weekdaysOff = off.filter((date) => !isWeekend(date)).length
    expect(weekdaysOff - workingWeekends.length).toBe(year < 2025 ? 11 : 13)
  })

  it('works no day that it gives off, and names each once, in order', () => {
    expect(workingWeekends.filter((date) => off.includes(date))).toEqual([])
    expect(off).toEqual([...new Set(off)].sort())
    expect(workingWeekends).toEqual([...new Set(workingWeekends)].sort())
  })

  it('is about its year: only the New Year may begin in the one before', () => {
    expect(workingWeekends.every((date) => date.startsWith(`${year}-`))).toBe(true)
    const before = off.filter((date) => !date.startsWith(`${year}-`))
    expect(before.every((date) => date === `${year - 1}-12-31`)).toBe(true)
  })

  it.each([`${year}-01-01`, `${year}-05-01`, `${year}-10-01`, `${year}-10-03`])('gives %s off', (date) => {
    expect(isWorkingDay(at(`${date}T12:00`))).toBe(false)
  })
})

describe('a working day', () => {
  it.each([
    ['2021-03-19', true, 'a Friday'],
    ['2021-03-20', false, 'a Saturday'],
    ['2021-02-07', true, 'a Sunday worked for the Spring Festival'],
    ['2021-02-17', false, 'a Wednesday of the Spring Festival'],
    ['2021-02-18', true, 'the Thursday after it'],
    ['2022-12-31', false, 'a New Year that begins in the year before'],
    ['2023-06-25', true, 'a Sunday worked for the Dragon Boat Festival'],
    ['2025-10-08', false, 'the eighth day of the National Day'],
    ['2026-02-23', false, 'the ninth day of the Spring Festival'],
    ['2026-10-10', true, 'a Saturday worked for the National Day'],
    ['2031-10-01', true, 'a Wednesday of a year without a table'],
    ['2031-10-04', false, 'a Saturday of a year without a table'],
  ])('%s: %s (%s)', (date, expected) => {
    expect(isWorkingDay(at(`${date}T00:00`))).toBe(expected)
    expect(isWorkingDay(at(`${date}T23:59:59.999`))).toBe(expected)
  })

  it('is known by its table from 2021 to 2026, and only there', () => {
    const known = Array.from({ length: 40 }, (_, index) => 2000 + index).filter(isCalendarKnown)
    expect(known).toEqual([2021, 2022, 2023, 2024, 2025, 2026])
  })
})

describe('the promised time', () => {
  it.each([
    ['2021-03-19T09:12', 2, '2021-03-24T00:00', 'a Friday: Monday and Tuesday'],
    ['2021-03-20T12:00', 2, '2021-03-24T00:00', 'a Saturday: the same'],
    ['2021-03-22T00:00', 2, '2021-03-25T00:00', 'the first moment of a Monday'],
    ['2021-03-22T23:59:59.999', 2, '2021-03-25T00:00', 'its last'],
    ['2021-02-10T18:00', 2, '2021-02-20T00:00', 'before the Spring Festival: Thursday and Friday after it'],
    ['2021-02-19T18:00', 1, '2021-02-21T00:00', 'a Friday before a Saturday that is worked'],
    [
      '2021-04-30T17:00',
      3,
      '2021-05-09T00:00',
      'before Labour Day: Thursday, Friday and the Saturday worked',
    ],
    ['2021-09-30T10:00', 2, '2021-10-10T00:00', 'before National Day: Friday and the Saturday worked'],
    ['2022-12-30T10:00', 1, '2023-01-04T00:00', 'across the year'],
    ['2031-10-03T10:00', 1, '2031-10-07T00:00', 'a year without a table: weekends alone'],
  ])('for %s and %i working days ends at %s: %s', (opened, days, due) => {
    expect(dueAt(at(opened), days)).toEqual(at(due))
  })

  const moments = fc.date({ min: at('2020-06-01T00:00'), max: at('2028-06-01T00:00'), noInvalidDate: true })
  const daysPromised = fc.integer({ min: 1, max: 30 })

  it('never ends earlier for what came later', () => {
    fc.assert(
      fc.property(moments, moments, daysPromised, (one, other, days) => {
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        expect(dueAt(earlier, days) <= dueAt(later, days)).toBe(true)
      }),
    )
  })

  it('is over for exactly what was opened before `overdueBefore`', () => {
    fc.assert(
      fc.property(moments, moments, daysPromised, (opened, now, days) => {
        expect(opened < overdueBefore(now, days)).toBe(dueAt(opened, days) <= now)
      }),
    )
    fc.assert(
      fc.property(moments, daysPromised, (now, days) => {
        const edge = overdueBefore(now, days)
        expect(dueAt(edge, days) > now).toBe(true)
        expect(dueAt(new Date(edge.getTime() - 1), days) <= now).toBe(true)
      }),
    )
  })

  it('ends today for exactly what was opened before `dueTodayBefore`, overdue or not', () => {
    fc.assert(
      fc.property(moments, moments, daysPromised, (opened, now, days) => {
        const midnight = new Date(
          (Math.floor((now.getTime() + 8 * 3_600_000) / day) + 1) * day - 8 * 3_600_000,
        )
        expect(opened < dueTodayBefore(now, days)).toBe(dueAt(opened, days) <= midnight)
      }),
    )
  })

  it('holds as many working days as were promised', () => {
    fc.assert(
      fc.property(moments, daysPromised, (opened, days) => {
        const due = dueAt(opened, days)
        const last = new Date(due.getTime() - 1)
        const passed = Array.from(
          { length: dayOf(last) - dayOf(opened) },
          (_, index) => new Date(last.getTime() - index * day),
        )
        expect(passed.filter(isWorkingDay)).toHaveLength(days)
        expect(isWorkingDay(last)).toBe(true)
      }),
    )
  })
})
