import * as v from 'valibot'
import { measureKeySchema } from './comments'
import { fieldCode } from './errors'
import { figureCellSchema, shownSchema, targetDistributionSchema } from './opinions'
import { consultationViewSchema, namedSchema } from './plan'
import { countSchema, timeSchema } from './view-parts'
import { participantKinds, targetBounds } from './words'

/** What comments are counted by. The last three are known of organisations that gave them. */
export const figureDimensions = ['measure', 'stance', 'kind', 'size', 'industry', 'city'] as const
export type FigureDimension = (typeof figureDimensions)[number]

/** What an organisation may say of itself. */
export const profileDimensions = ['size', 'industry', 'city'] as const
export type ProfileDimension = (typeof profileDimensions)[number]

const breakdownSchema = v.strictObject({ n: shownSchema, cells: v.array(figureCellSchema) })
export type Breakdown = v.InferOutput<typeof breakdownSchema>

const targetFigureSchema = v.strictObject({
  key: v.string(),
  measure: v.string(),
  quote: v.string(),
  indicator: v.string(),
  unit: v.string(),
  bound: v.picklist(targetBounds),
  min: v.number(),
  max: v.nullable(v.number()),
  opinions: targetDistributionSchema,
  /** Of the figures that were suggested; all null where they are too few. */
  suggested: v.strictObject({
    n: shownSchema,
    lowerQuartile: v.nullable(v.number()),
    median: v.nullable(v.number()),
    upperQuartile: v.nullable(v.number()),
  }),
})
export type TargetFigure = v.InferOutput<typeof targetFigureSchema>

const hasSpokenSchema = v.array(v.strictObject({ key: v.string(), hasSpoken: v.boolean() }))

/** Which groups of the baseline have been heard: kinds of participant on each measure, and organisations by profile. */
const silenceSchema = v.strictObject({
  measures: v.array(v.strictObject({ key: v.string(), spoken: v.array(v.picklist(participantKinds)) })),
  size: hasSpokenSchema,
  industry: hasSpokenSchema,
  city: hasSpokenSchema,
})
export type Silence = v.InferOutput<typeof silenceSchema>

/** `GET /api/figures`: of what is published; `GET /api/staff/figures`: of all that was accepted. */
export const figuresViewSchema = v.strictObject({
  takenAt: timeSchema,
  consultation: consultationViewSchema,
  /** The measure that the figures are of; null where they are of all. The silence map is always of all. */
  measure: v.nullable(v.string()),
  measures: v.array(namedSchema),
  n: shownSchema,
  breakdowns: v.strictObject(v.entriesFromList(figureDimensions, breakdownSchema)),
  targets: v.array(targetFigureSchema),
  silence: silenceSchema,
})
export type FiguresView = v.InferOutput<typeof figuresViewSchema>

const filter = { measure: v.optional(measureKeySchema) }

/** `GET /api/staff/figures` */
export const figuresQuerySchema = v.strictObject(filter, fieldCode('unknown_key'))
export type FiguresQuery = v.InferOutput<typeof figuresQuerySchema>

/** `GET /api/staff/figures/crosstab` */
export const crosstabQuerySchema = v.pipe(
  v.strictObject(
    {
      ...filter,
      rows: v.picklist(figureDimensions, fieldCode('not_a_choice')),
      columns: v.picklist(figureDimensions, fieldCode('not_a_choice')),
    },
    fieldCode('unknown_key'),
  ),
  v.forward(
    v.check(({ rows, columns }) => rows !== columns, fieldCode('not_a_choice')),
    ['columns'],
  ),
)
export type CrosstabQuery = v.InferOutput<typeof crosstabQuerySchema>

/** How probable so strong an association would be by chance alone. */
export const chances = ['below_0.001', 'below_0.01', 'below_0.05', 'above'] as const

/**
 * Rows and columns that nobody is in are left out. `cells` is null where no table can be shown. Where a cell is hidden, the
 * statistic is left out and V rounded to a tenth: together with the margins they would give the cell away.
 */
export const crosstabViewSchema = v.strictObject({
  takenAt: timeSchema,
  measure: v.nullable(v.string()),
  rows: v.strictObject({ dimension: v.picklist(figureDimensions), keys: v.array(v.string()) }),
  columns: v.strictObject({ dimension: v.picklist(figureDimensions), keys: v.array(v.string()) }),
  n: shownSchema,
  rowTotals: v.array(shownSchema),
  columnTotals: v.array(shownSchema),
  cells: v.nullable(v.array(v.array(shownSchema))),
  association: v.nullable(
    v.strictObject({
      chiSquare: v.nullable(v.number()),
      degrees: countSchema,
      p: v.nullable(v.number()),
      chance: v.picklist(chances),
      cramersV: v.number(),
      /** False where too many expected counts are below 5 for the statistic to be trusted. */
      isReliable: v.boolean(),
    }),
  ),
})
export type CrosstabView = v.InferOutput<typeof crosstabViewSchema>
