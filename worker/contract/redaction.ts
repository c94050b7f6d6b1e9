import * as v from 'valibot'
import { fieldCode } from './errors'
import { limits } from './limits'
import { domainWords } from './locales'
import { redactionReasons } from './words'

const offset = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(0, fieldCode('redaction_misplaced')),
)

/** A hidden passage of a text: `start` and `end` are UTF-16 offsets into the original, `end` excluded. */
export const redactionSchema = v.strictObject(
  { start: offset, end: offset, reason: v.picklist(redactionReasons, fieldCode('not_a_choice')) },
  fieldCode('unknown_key'),
)
export type Redaction = v.InferOutput<typeof redactionSchema>

export const redactionsSchema = v.pipe(
  v.array(redactionSchema, fieldCode('wrong_type')),
  v.maxLength(limits.redactions, fieldCode('too_long')),
)

/** True where the passages stand in order, do not touch the outside of the text, overlap nowhere and cut no character in two. */
export function areRedactionsInPlace(text: string, redactions: readonly Redaction[]): boolean {
  let last = 0
  return redactions.every(({ start, end }) => {
    const fits = start >= last && end > start && end <= text.length && !cuts(text, start) && !cuts(text, end)
    last = end
    return fits
  })
}

function cuts(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** The text as the public reads it: each passage gives way to 〔已隐去：联系方式〕. Pages and desk share it, so that a preview cannot err. */
export function applyRedactions(text: string, redactions: readonly Redaction[]): string {
  let last = 0
  const parts = redactions.map(({ start, end, reason }) => {
    const part = `${text.slice(last, start)}〔已隐去：${domainWords.zh.redactions[reason]}〕`
    last = end
    return part
  })
  return parts.join('') + text.slice(last)
}

/** True of words that look like part of a street address: 12 号, 3 栋, 某某路. */
export const looksLikeAddress = (words: string): boolean => /\d\s*[号栋座楼室]|[路街巷村]/.test(words)
