import { describe, expect, it } from 'vitest'
import {
  enterpriseParts,
  type SubmissionState,
  submissionStates,
  submissionSteps,
} from '../../../worker/contract/words'
import { refuseStep, transitions } from '../../../worker/services/submissions/rules'

/** What each step makes of each state, in the order of {@link submissionSteps}; a dash where it is refused. */
const table: Record<SubmissionState, string> = {
  //           ask         send_back send reopen
  drafting: '  in_approval -         -    -',
  in_approval: '-          drafting  sent -',
  sent: '      -           -         -    drafting',
}
const rowOf = (state: SubmissionState) => table[state].trim().split(/ +/)

describe.each(submissionStates)('a response that is %s', (state) => {
  it.each(submissionSteps.map((step, i) => [step, rowOf(state)[i] ?? '?'] as const))(
    'after %s is %s',
    (step, next) => {
      expect(transitions[state][step] ?? '-').toBe(next)
      expect(refuseStep(state, step, 'owner')).toBe(next === '-' ? 'submission_step_refused' : null)
    },
  )

  it('is written on in its draft alone', () => {
    expect(refuseStep(state, 'edit', 'drafter')).toBe(state === 'drafting' ? null : 'submission_step_refused')
  })
})

it('leaves the owner all, the drafter writing, and the approver the last word', () => {
  const allowed = (step: 'edit' | (typeof submissionSteps)[number], state: SubmissionState) =>
    enterpriseParts.filter((part) => refuseStep(state, step, part) === null)
  expect(allowed('edit', 'drafting')).toEqual(['owner', 'drafter'])
  expect(allowed('ask', 'drafting')).toEqual(['owner', 'drafter'])
  expect(allowed('send_back', 'in_approval')).toEqual(['owner', 'approver'])
  expect(allowed('send', 'in_approval')).toEqual(['owner', 'approver'])
  expect(allowed('reopen', 'sent')).toEqual(['owner', 'drafter', 'approver'])
})
