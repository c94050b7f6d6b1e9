import { describe, expect, it } from 'vitest'
import { type CommentState, commentStates } from '../../../worker/contract/words'
import { type Act, nextState, transitions } from '../../../worker/services/comments/rules'

const acts: Act[] = ['publish', 'return', 'reject', 'resubmit', 'withdraw']

/** What each act makes of each state, with consent to publication; a dash where it is refused. */
const table: Record<
  CommentState,
  [publish: string, back: string, reject: string, resubmit: string, withdraw: string]
> = {
  pending: ['published', 'returned', 'rejected', '-', 'withdrawn'],
  published: ['-', '-', '-', '-', '-'],
  private: ['-', '-', '-', '-', '-'],
  returned: ['-', '-', '-', 'pending', 'withdrawn'],
  rejected: ['-', '-', '-', '-', '-'],
  withdrawn: ['-', '-', '-', '-', '-'],
}

describe.each(commentStates)('a comment that is %s', (state) => {
  it.each(acts.map((act, i) => [act, table[state][i] ?? '?'] as const))('after %s is %s', (act, next) => {
    expect(nextState(state, act, true) ?? '-').toBe(next)
  })

  it('is never published without consent', () => {
    for (const act of acts) {
      const next = nextState(state, act, true)
      expect(nextState(state, act, false)).toBe(next === 'published' ? 'private' : next)
    }
  })
})

it('leads every act to a state that there is', () => {
  const reached = Object.values(transitions).flatMap((row) => Object.values(row))
  expect(reached.filter((state) => !commentStates.includes(state))).toEqual([])
  expect(Object.keys(transitions).sort()).toEqual([...commentStates].sort())
})
