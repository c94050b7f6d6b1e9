import { describe, expect, it } from 'vitest'
import {
  daysUntil,
  elapsedPercent,
  formatClosing,
  formatDay,
  formatEnd,
  formatLastDay,
  formatMoment,
  periodDays,
  remainingDays,
} from '../../../web/lib/beijing-time'

const opensAt = '2021-03-19T16:00:00.000Z'
const closesAt = '2021-04-18T16:00:00.000Z'
const now = '2021-04-06T03:12:00.000Z'

describe('days in Beijing', () => {
  it('begin eight hours before those of Greenwich', () => {
    expect(formatDay('2021-04-02T15:59:59.999Z', now, 'zh')).toBe('4 月 2 日')
    expect(formatDay('2021-04-02T16:00:00.000Z', now, 'zh')).toBe('4 月 3 日')
  })

  it('carry their year only where it is not this year’s in Beijing', () => {
    expect(formatDay('2020-12-31T15:00:00Z', now, 'zh')).toBe('2020 年 12 月 31 日')
    expect(formatDay('2020-12-31T17:00:00Z', now, 'zh')).toBe('1 月 1 日')
    expect(formatDay('2020-12-31T15:00:00Z', now, 'en')).toBe('31 December 2020')
  })

  it('are followed by the Beijing clock', () => {
    expect(formatMoment('2021-04-03T01:12:00Z', now, 'zh')).toBe('4 月 3 日 09:12')
  })
})

describe('the closing', () => {
  it('is written as 24:00 of the last day, never as 00:00 of the next', () => {
    expect(formatClosing(closesAt, 'zh')).toBe('2021 年 4 月 18 日 24:00')
    expect(formatClosing(closesAt, 'en')).toBe('18 April 2021 24:00')
  })

  it('has a last day, with its year only where it is another', () => {
    expect(formatLastDay(closesAt, '2021-04-01T00:00:00Z', 'zh')).toBe('4 月 18 日')
    expect(formatLastDay(closesAt, '2022-04-01T00:00:00Z', 'en')).toBe('18 April 2021')
  })

  it('of a promised day is its own 24:00, not the 00:00 of the next, across months and years too', () => {
    expect(formatEnd('2021-04-23T16:00:00.000Z', now, 'zh')).toBe('4 月 23 日 24:00')
    expect(formatEnd('2021-03-31T16:00:00.000Z', now, 'en')).toBe('31 March 24:00')
    expect(formatEnd('2021-12-31T16:00:00.000Z', '2021-12-31T15:00:00Z', 'zh')).toBe('12 月 31 日 24:00')
    expect(formatEnd('2021-12-31T16:00:00.000Z', '2021-12-31T16:00:00Z', 'zh')).toBe(
      '2021 年 12 月 31 日 24:00',
    )
    expect(formatEnd('2021-04-23T09:30:00.000Z', now, 'zh')).toBe('4 月 23 日 17:30')
  })

  it('keeps its hour where it is not midnight', () => {
    expect(formatClosing('2021-04-18T09:30:00Z', 'zh')).toBe('2021 年 4 月 18 日 17:30')
  })

  it('is zero days away until the last instant of the last day, and over with the next', () => {
    expect(remainingDays(closesAt, now)).toBe(12)
    expect(remainingDays(closesAt, '2021-04-17T15:59:59.999Z')).toBe(1)
    expect(remainingDays(closesAt, '2021-04-18T15:59:59.999Z')).toBe(0)
    expect(remainingDays(closesAt, closesAt)).toBe(-1)
  })
})

describe('an opening', () => {
  it.each(['2021-03-19T16:00:00Z', '2021-03-20T01:30:00Z', '2021-03-20T15:59:59Z'])(
    'is as many calendar days away as Beijing counts, whatever its hour: %s',
    (opens) => {
      expect(daysUntil(opens, '2021-03-17T16:00:00Z')).toBe(2)
      expect(daysUntil(opens, '2021-03-18T15:59:59Z')).toBe(2)
      expect(daysUntil(opens, '2021-03-19T16:00:00Z')).toBe(0)
    },
  )
})

describe('a period', () => {
  it('counts its first and its last day', () => {
    expect(periodDays(opensAt, closesAt)).toBe(30)
  })

  it('is never less than not begun nor more than over', () => {
    expect(elapsedPercent(opensAt, closesAt, '2021-03-01T00:00:00Z')).toBe(0)
    expect(elapsedPercent(opensAt, closesAt, '2021-04-03T16:00:00Z')).toBe(50)
    expect(elapsedPercent(opensAt, closesAt, '2021-05-01T00:00:00Z')).toBe(100)
  })
})
