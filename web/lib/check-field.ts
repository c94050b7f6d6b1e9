import { contactKind } from '../../worker/contract/contact'
import type { FieldCode } from '../../worker/contract/errors'
import { limits } from '../../worker/contract/limits'
import { parseFigure } from '../../worker/contract/target-fields'
import { countCharacters } from '../../worker/contract/text'
import { checkUscc, normalizeUscc } from '../../worker/contract/uscc'

const longest: Record<string, number> = {
  body: limits.body,
  wording: limits.wording,
  displayName: limits.displayName,
  name: limits.organisationName,
  contact: limits.contact,
}

/** All that can be wrong with a field that was left. */
export const leftFieldCodes = [
  'too_long',
  'uscc_malformed',
  'uscc_check_failed',
  'contact_malformed',
  'figure_malformed',
] as const satisfies readonly FieldCode[]
export type LeftFieldCode = (typeof leftFieldCodes)[number]

/** What is wrong with a field that was left. Emptiness is not: the person may come back to it. */
export function checkField(name: string, value: string): LeftFieldCode | null {
  const text = value.trim()
  if (!text) return null
  const most = name.startsWith('evidence-') ? limits.targetEvidence : longest[name]
  if (most !== undefined && countCharacters(text) > most) return 'too_long'
  if (name === 'uscc') {
    const found = checkUscc(normalizeUscc(text))
    return found === 'ok' ? null : found
  }
  if (name.startsWith('figure-')) return Number.isNaN(parseFigure(text)) ? 'figure_malformed' : null
  if (name === 'contact') return contactKind(text) === null ? 'contact_malformed' : null
  return null
}
