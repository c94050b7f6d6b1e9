import { describe, expect, it } from 'vitest'
import { dueDayOf } from '../../../web/lib/due-day'

/** 24:00 in Beijing on 18 March. */
const end = '2021-03-18T16:00:00.000Z'

describe('the last day of a case', () => {
  it.each([
    ['2021-03-16T15:59:59.000Z', { kind: 'later' }],
    ['2021-03-16T16:00:00.000Z', { kind: 'tomorrow' }],
    ['2021-03-17T16:00:00.000Z', { kind: 'today' }],
    ['2021-03-18T15:59:59.999Z', { kind: 'today' }],
    ['2021-03-18T16:00:00.000Z', { kind: 'late', days: 1 }],
    ['2021-03-19T15:59:59.000Z', { kind: 'late', days: 1 }],
    ['2021-03-20T02:00:00.000Z', { kind: 'late', days: 2 }],
  ])('at %s is %j', (now, expected) => {
    expect(dueDayOf(end, now)).toEqual(expected)
  })
})
