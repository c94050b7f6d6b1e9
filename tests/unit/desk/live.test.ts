import { describe, expect, it } from 'vitest'
import { closedBy, newsIn, pauseBefore } from '../../../web/views/desk/moderation/live'
import { deskEvent } from './queue-items'

describe('a broken line', () => {
  it('is taken up again almost at once, then after ever longer pauses, never after more than a quarter of a minute', () => {
    const pauses = [0, 1, 2, 3, 4, 5, 6, 20].map((attempts) => pauseBefore(attempts, 1))
    expect(pauses).toEqual([200, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  })

  it('is not taken up by all desks in the same moment', () => {
    expect(pauseBefore(3, 0)).toBeLessThan(pauseBefore(3, 1))
  })
})

describe('what a socket says', () => {
  it('is taken for news where it is news', () => {
    const news = { events: [deskEvent('opened')], lastEvent: 4, isGap: false }
    expect(newsIn(JSON.stringify(news))).toEqual(news)
  })

  it.each([['ping'], ['{}'], ['null'], [new ArrayBuffer(1)], ['{"events":1,"lastEvent":2}']])(
    'is left alone where it is not: %s',
    (data) => {
      expect(newsIn(data)).toBeNull()
    },
  )
})

it('names the reviews that news close', () => {
  const events = [deskEvent('unstaged'), deskEvent('closed'), deskEvent('opened', { reviewId: 2 })]
  expect([...closedBy(events)]).toEqual([1])
})
