import type { FieldCode } from '../../contract/errors'
import type { ImportColumn, OfflineOpinion } from '../../contract/offline'
import { cleanLine } from '../../contract/text'
import { checkDay, findPlace, type Register } from './find-places'

export interface FieldProblem {
  field: ImportColumn
  code: FieldCode
}

/** What is wrong with an opinion whose fields are each right: what they say together, its day, and its place. */
export function checkWhole(opinion: OfflineOpinion, register: Register): FieldProblem[] {
  const { kind, name, uscc, consent, receivedOn, measure, clause, wording } = opinion
  const problems: FieldProblem[] = []
  if (kind === 'individual' && uscc) problems.push({ field: 'uscc', code: 'uscc_of_individual' })
  if (kind !== 'individual' && !name) problems.push({ field: 'name', code: 'name_required' })
  if (kind !== 'individual' && consent.name)
    problems.push({ field: 'showName', code: 'name_consent_of_organisation' })
  const day = checkDay(receivedOn, register)
  if (day) problems.push({ field: 'receivedOn', code: day })
  const place = findPlace(register, measure, clause, receivedOn)
  if ('code' in place) problems.push(place)
  else if (wording && place.reading === null)
    problems.push({ field: 'wording', code: 'wording_without_clause' })
  else if (wording && place.reading !== null && cleanLine(place.reading) === wording)
    problems.push({ field: 'wording', code: 'wording_unchanged' })
  return problems
}
