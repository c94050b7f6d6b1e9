import * as v from 'valibot'
import { fieldCode } from './errors'
import { line } from './fields'
import { limits } from './limits'
import type { Redaction } from './redaction'

/** How the chosen clause should read instead. Empty, or as the clause reads, it suggests nothing. */
export const wordingInputSchema = v.strictObject({ text: line(limits.wording) }, fieldCode('unknown_key'))
export type WordingInput = v.InferOutput<typeof wordingInputSchema>

/** A suggested wording beside the clause as its author read it. */
export const wordingViewSchema = v.strictObject({ text: v.string(), base: v.string() })
export type WordingView = v.InferOutput<typeof wordingViewSchema>

export const wordingPrefix = '建议改为：'

/** A comment with its wording on the last line, as it is moderated, compared with others and exported in one piece. */
export const wholeText = (body: string, wording: string | null): string =>
  wording === null ? body : `${body}\n${wordingPrefix}${wording}`

/** Where the wording begins in a whole text that has one: it is a single line, the last. */
export const wordingStart = (whole: string): number => whole.lastIndexOf('\n') + 1 + wordingPrefix.length

/** The passages of a text that lie in a part of it, counted from where that begins. */
export function passagesWithin(passages: readonly Redaction[], from: number, to: number): Redaction[] {
  return passages
    .map(({ start, end, reason }) => ({
      start: Math.max(start, from) - from,
      end: Math.min(end, to) - from,
      reason,
    }))
    .filter(({ start, end }) => start < end)
}
