import * as v from 'valibot'
import { ordinalSchema, timeSchema } from './view-parts'

const answerVersionSchema = v.strictObject({
  /** Counted over the published versions alone. */
  number: ordinalSchema,
  text: v.string(),
  publishedAt: timeSchema,
})
export type AnswerVersion = v.InferOutput<typeof answerVersionSchema>

/** The department's answer as readers see it, with everything it said before. */
export const answerViewSchema = v.strictObject({
  id: ordinalSchema,
  /** The office that answers; null where none was named. */
  unit: v.nullable(v.strictObject({ name: v.string(), nameEn: v.string() })),
  /** Newest first. */
  versions: v.pipe(v.array(answerVersionSchema), v.minLength(1)),
  /** Which of the comments shown it answers; empty where it answers the measure. */
  publicIds: v.array(v.string()),
})
export type AnswerView = v.InferOutput<typeof answerViewSchema>
