import * as v from 'valibot'
import { measureKeySchema } from './comments'
import { fieldCode } from './errors'
import { daySchema } from './fields'
import { namedSchema, stateCountsSchema } from './plan'
import { countSchema, figuresBy } from './view-parts'
import { channels, commentStates, exportAudiences, participantKinds, stances } from './words'

/** `GET /api/staff/exports/{comments,adoption}.{csv,xlsx}`: days are Beijing's, both included, of the submission. */
export const exportQuerySchema = v.pipe(
  v.strictObject(
    {
      measure: v.optional(measureKeySchema),
      kind: v.optional(v.picklist(participantKinds, fieldCode('not_a_choice'))),
      state: v.optional(v.picklist(commentStates, fieldCode('not_a_choice'))),
      channel: v.optional(v.picklist(channels, fieldCode('not_a_choice'))),
      /** `public`: what anybody may have, instead of all that the department knows. */
      audience: v.optional(v.picklist(exportAudiences, fieldCode('not_a_choice'))),
      from: v.optional(daySchema),
      to: v.optional(daySchema),
    },
    fieldCode('unknown_key'),
  ),
  v.forward(
    v.check(({ from, to }) => !from || !to || from <= to, fieldCode('date_range_reversed')),
    ['to'],
  ),
)
export type ExportQuery = v.InferOutput<typeof exportQuerySchema>

const measureCountsSchema = v.strictObject({
  ...namedSchema.entries,
  states: stateCountsSchema,
  kinds: figuresBy(participantKinds),
  stances: figuresBy(stances),
})
export type MeasureCounts = v.InferOutput<typeof measureCountsSchema>

/** `GET /api/staff/summary`: all that was received, whatever became of it. */
export const summaryViewSchema = v.strictObject({
  received: countSchema,
  states: stateCountsSchema,
  kinds: figuresBy(participantKinds),
  measures: v.array(measureCountsSchema),
})
/** `GET /api/staff/summary`: all that was received, whatever became of it. */
export type SummaryView = v.InferOutput<typeof summaryViewSchema>
