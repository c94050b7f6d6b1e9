import { describe, expect, it } from 'vitest'
import {
  type ResponseAct,
  type ResponseState,
  responseActs,
  responseStates,
} from '../../../worker/contract/words'
import { nextState, refuseStep, type Standing, transitions } from '../../../worker/services/responses/rules'

/** What each act makes of each state, in the order of {@link responseActs}; a dash where it is refused. */
const table: Record<ResponseState, string> = {
  //         write    review   approve  send_back publish
  draft: '   draft    reviewed -        draft     -',
  reviewed: '-        -        approved draft     -',
  approved: '-        -        -        draft     published',
  published: 'draft   -        -        -         -',
}
const rowOf = (state: ResponseState) => table[state].trim().split(/ +/)

describe.each(responseStates)('a response that is %s', (state) => {
  it.each(responseActs.map((act, i) => [act, rowOf(state)[i] ?? '?'] as const))(
    'after %s is %s',
    (act, next) => {
      expect(nextState(state, act) ?? '-').toBe(next)
    },
  )
})

it('speaks of every act and every state', () => {
  for (const state of responseStates) expect(rowOf(state)).toHaveLength(responseActs.length)
  expect(Object.keys(transitions).sort()).toEqual([...responseStates].sort())
})

const head: Standing = { state: 'draft', isWriter: false, isTheirs: true, isHead: true }
const where: Record<ResponseAct, ResponseState> = {
  write: 'draft',
  review: 'draft',
  approve: 'reviewed',
  send_back: 'approved',
  publish: 'approved',
}
const ask = (act: ResponseAct, change: Partial<Standing>) =>
  refuseStep(act, { ...head, state: where[act], ...change })

describe('who may take a step', () => {
  it.each(responseActs)('lets the head of the unit, who did not write it, %s', (act) => {
    expect(ask(act, {})).toBeNull()
  })

  it('lets nobody review or approve what they wrote, whoever they are', () => {
    expect(ask('review', { isWriter: true })).toBe('colleague_required')
    expect(ask('approve', { isWriter: true })).toBe('colleague_required')
    expect(ask('publish', { isWriter: true })).toBeNull()
  })

  it('leaves approving, making public and undoing an approval to the head', () => {
    const others = { isHead: false }
    expect(responseActs.map((act) => ask(act, others))).toEqual([
      null,
      null,
      'head_required',
      'head_required',
      'head_required',
    ])
    expect(ask('send_back', { ...others, state: 'reviewed' })).toBeNull()
  })

  it('leaves writing, reviewing and sending back to the units whose it is', () => {
    const others = { isTheirs: false, isHead: false }
    expect(responseActs.map((act) => ask(act, others))).toEqual([
      'forbidden',
      'forbidden',
      'head_required',
      'forbidden',
      'head_required',
    ])
    for (const state of ['draft', 'reviewed', 'approved'] as const)
      expect(ask('send_back', { ...others, state })).toBe('forbidden')
  })

  it('says first that the state does not allow it', () => {
    expect(ask('approve', { state: 'draft', isWriter: true, isHead: false })).toBe('response_step_refused')
  })
})
