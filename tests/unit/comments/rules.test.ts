import { describe, expect, it } from 'vitest'
import { type CommentState, commentStates, decisions } from '../../../worker/contract/words'
import { type Act, nextState, transitions } from '../../../worker/services/comments/rules'

const acts: Act[] = [...decisions, 'resubmit', 'withdraw', 'edit', 'supersede']

/** What each act makes of each state, with consent to publication, in the order of {@link acts}; a dash where it is refused. */
const table: Record<CommentState, string> = {
  //          publish   redact    return   reject   restore   uphold   resubmit withdraw edit supersede
  pending: 'published published returned rejected -         -        -       withdrawn pending withdrawn',
  published: '-       published -        rejected -         -        -       -       - withdrawn',
  private: '-         -         -        rejected -         -        -       -       - withdrawn',
  returned: '-        -         -        -        published returned pending withdrawn - withdrawn',
  rejected: '-        -         -        -        published rejected pending withdrawn - withdrawn',
  withdrawn: '-       -         -        -        -         -        -       -       - -',
}
const rowOf = (state: CommentState) => table[state].split(/ +/)

describe.each(commentStates)('a comment that is %s', (state) => {
  it.each(acts.map((act, i) => [act, rowOf(state)[i] ?? '?'] as const))('after %s is %s', (act, next) => {
    expect(nextState(state, act, true) ?? '-').toBe(next)
  })

  it('is never published without consent', () => {
    for (const act of acts) {
      const next = nextState(state, act, true)
      expect(nextState(state, act, false)).toBe(next === 'published' ? 'private' : next)
    }
  })
})

it('speaks of every act and every state', () => {
  for (const state of commentStates) expect(rowOf(state)).toHaveLength(acts.length)
  const reached = Object.values(transitions).flatMap((row) => Object.values(row))
  expect(reached.filter((state) => !commentStates.includes(state))).toEqual([])
  expect(Object.keys(transitions).sort()).toEqual([...commentStates].sort())
})
