import type { Dispose } from '../../contract/dispositions'
import type { FieldCode } from '../../contract/errors'
import type { Disposition } from '../../contract/words'

/** What a disposition asks for beside its reason: what became of the text, and who it went to. */
export const demands: Record<Disposition, { textChange: boolean; receiver: boolean }> = {
  adopted: { textChange: true, receiver: false },
  partly: { textChange: true, receiver: false },
  not_adopted: { textChange: false, receiver: false },
  already_covered: { textChange: false, receiver: false },
  out_of_scope: { textChange: false, receiver: false },
  passed_on: { textChange: false, receiver: true },
}

type Said = Pick<Dispose, 'disposition' | 'changes' | 'isTextUnchanged' | 'passedTo'>

/** What is wrong with what was filled in, by field; empty where nothing is. */
export function findFaults({ disposition, changes = [], isTextUnchanged, passedTo }: Said) {
  const { textChange, receiver } = demands[disposition]
  const hasChanges = changes.length > 0
  const faults: Record<string, FieldCode> = {}
  if (textChange && hasChanges === (isTextUnchanged === true)) faults.changes = 'text_change_required'
  if (!textChange && hasChanges) faults.changes = 'unknown_key'
  if (!textChange && isTextUnchanged) faults.isTextUnchanged = 'unknown_key'
  if (receiver && !passedTo) faults.passedTo = 'required'
  if (!receiver && passedTo) faults.passedTo = 'unknown_key'
  return faults
}
