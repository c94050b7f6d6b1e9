import * as v from 'valibot'
import { fieldCode } from './errors'
import { line } from './fields'
import { limits } from './limits'

/** How the chosen clause should read instead. Empty, or as the clause reads, it suggests nothing. */
export const wordingInputSchema = v.strictObject({ text: line(limits.wording) }, fieldCode('unknown_key'))
export type WordingInput = v.InferOutput<typeof wordingInputSchema>

/** A suggested wording beside the clause as its author read it. */
export const wordingViewSchema = v.strictObject({ text: v.string(), base: v.string() })
export type WordingView = v.InferOutput<typeof wordingViewSchema>
