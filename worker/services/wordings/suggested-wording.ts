import { cleanLine } from '../../contract/text'
import type { WordingInput } from '../../contract/wordings'
import { invalidField } from '../../errors'

/**
 * What is suggested for a clause; null where that changes nothing. `readings` are the clauses of its measure as they read: a form
 * without scripts keeps what it was filled with for another one, and that suggests nothing either.
 */
export function suggestedWording(
  given: WordingInput | undefined,
  { isOnClause, readings }: { isOnClause: boolean; readings: readonly string[] },
): string | null {
  if (!given?.text || readings.some((reading) => cleanLine(reading) === given.text)) return null
  if (!isOnClause) throw invalidField('wording.text', 'wording_without_clause')
  return given.text
}
