import type { ErrorCode } from '../../contract/errors'
import type { EnterprisePart, SubmissionState, SubmissionStep } from '../../contract/words'

/** Which step leads where; a step not listed for a state is refused. */
export const transitions: Record<SubmissionState, Partial<Record<SubmissionStep, SubmissionState>>> = {
  drafting: { ask: 'in_approval' },
  in_approval: { send_back: 'drafting', send: 'sent' },
  sent: { reopen: 'drafting' },
}

/** Who may do it; `edit` is of the entries, in the draft alone. */
export const parts: Record<SubmissionStep | 'edit', readonly EnterprisePart[]> = {
  edit: ['owner', 'drafter'],
  ask: ['owner', 'drafter'],
  send_back: ['owner', 'approver'],
  send: ['owner', 'approver'],
  reopen: ['owner', 'drafter', 'approver'],
}

/** Why somebody may not take a step; null where they may. */
export function refuseStep(
  state: SubmissionState,
  step: SubmissionStep | 'edit',
  part: EnterprisePart,
): ErrorCode | null {
  if (!parts[step].includes(part)) return 'part_required'
  const isPossible = step === 'edit' ? state === 'drafting' : transitions[state][step] !== undefined
  return isPossible ? null : 'submission_step_refused'
}
