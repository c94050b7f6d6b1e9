import { describe, expect, it } from 'vitest'
import { formatUscc } from '../../../web/lib/format-uscc'
import { deskWords } from '../../../web/locales/desk'
import { elapsed, formatPlace, formatWait } from '../../../web/locales/desk/format'

const since = '2021-03-19T00:00:00.000Z'
const later = (minutes: number) => Date.parse(since) + minutes * 60_000

describe('waiting time', () => {
  it.each([
    [0, '刚刚'],
    [59, '59 分钟'],
    [61, '1 小时 1 分'],
    [1440 + 360, '1 天 6 小时'],
  ])('after %i minutes is %s', (minutes, text) => {
    expect(formatWait(since, later(minutes))).toBe(text)
  })

  it('is never negative when the clocks differ', () => {
    expect(elapsed(since, later(-5))).toEqual({ days: 0, hours: 0, minutes: 0 })
  })
})

describe('codes and keys', () => {
  it('are written in groups of four', () => {
    expect(formatUscc('91440101MA59ABCD6X')).toBe('9144 0101 MA59 ABCD 6X')
  })

  it('name a measure as the plan does', () => {
    expect(formatPlace('7.1')).toBe('七.1')
    expect(deskWords.en.place(7, 1)).toBe('7.1')
  })
})
