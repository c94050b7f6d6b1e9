import { describe, expect, it } from 'vitest'
import { commentStates, decisions, signalKinds } from '../../../worker/contract/words'
import {
  type Act,
  actOf,
  callsForReading,
  nextState,
  type Standing,
  standingOf,
  transitions,
} from '../../../worker/services/comments/rules'

const standings: Standing[] = [...commentStates, 'unconfirmed']
const acts: Act[] = [
  ...decisions,
  'resubmit',
  'withdraw',
  'edit',
  'supersede',
  'erase',
  'publish_at_once',
  'confirm',
]

/** What each act makes of each state, with consent to publication, in the order of {@link acts}; a dash where it is refused. */
const table: Record<Standing, string> = {
  //          publish   redact    return   reject   restore   uphold   resubmit withdraw edit supersede erase publish_at_once confirm
  pending:
    'published published returned rejected -         -        -       withdrawn pending withdrawn withdrawn published -',
  unconfirmed: '- published returned rejected - - - withdrawn pending withdrawn withdrawn - published',
  published:
    '-       published -        rejected -         -        -       -       - withdrawn published - -',
  private: '-         -         -        rejected -         -        -       -       - withdrawn private - -',
  returned:
    '-        -         -        -        published returned pending withdrawn - withdrawn withdrawn - -',
  rejected:
    '-        -         -        -        published rejected pending withdrawn - withdrawn rejected - -',
  withdrawn: '-       -         -        -        -         -        -       -       - - withdrawn - -',
}
const rowOf = (state: Standing) => table[state].split(/ +/)

describe.each(standings)('a comment that is %s', (state) => {
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
  for (const state of standings) expect(rowOf(state)).toHaveLength(acts.length)
  const reached = Object.values(transitions).flatMap((row) => Object.values(row))
  expect(reached.filter((state) => !commentStates.includes(state))).toEqual([])
  expect(Object.keys(transitions).sort()).toEqual([...standings].sort())
})

it('takes what a moderator publishes for confirmed where it is public already', () => {
  expect(standingOf('published', true)).toBe('unconfirmed')
  expect([standingOf('published', false), standingOf('pending', false)]).toEqual(['published', 'pending'])
  expect([
    actOf('publish', 'unconfirmed'),
    actOf('publish', 'pending'),
    actOf('reject', 'unconfirmed'),
  ]).toEqual(['confirm', 'publish', 'reject'])
})

it('has texts read first that may hold personal data, secrets or banned words, and none of the others', () => {
  expect(signalKinds.filter((kind) => !callsForReading([kind]))).toEqual([
    'link',
    'language',
    'length',
    'similar',
  ])
  expect(callsForReading([])).toBe(false)
})
