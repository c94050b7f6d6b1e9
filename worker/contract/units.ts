import * as v from 'valibot'
import { measureKeySchema } from './comments'
import { fieldCode } from './errors'
import { limits } from './limits'
import { countSchema } from './view-parts'

export const unitKeySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(/^[a-z]+(_[a-z]+)*$/, fieldCode('key_malformed')),
  v.maxLength(50, fieldCode('too_long')),
)
const userIdSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))

const unitSchema = v.strictObject({
  key: v.string(),
  name: v.string(),
  nameEn: v.string(),
  members: v.array(v.strictObject({ id: v.string(), name: v.string(), isHead: v.boolean() })),
  /** The keys of the measures that it leads, and that it supports. */
  leads: v.array(measureKeySchema),
  supports: v.array(measureKeySchema),
})
export type UnitView = v.InferOutput<typeof unitSchema>

/** `GET /api/staff/units`, and the answer to every change of them. */
export const unitsViewSchema = v.strictObject({
  units: v.array(unitSchema),
  /** Everybody who may work on cases, with the units that they belong to. */
  colleagues: v.array(
    v.strictObject({ id: v.string(), name: v.string(), isMe: v.boolean(), units: v.array(v.string()) }),
  ),
})
export type UnitsView = v.InferOutput<typeof unitsViewSchema>
export type ColleagueView = UnitsView['colleagues'][number]

/** `POST /api/staff/units/members` */
export const unitMemberSchema = v.strictObject(
  {
    unit: unitKeySchema,
    user: userIdSchema,
    part: v.picklist(['head', 'member', 'none'], fieldCode('not_a_choice')),
  },
  fieldCode('unknown_key'),
)
export type UnitMember = v.InferOutput<typeof unitMemberSchema>

/** `POST /api/staff/measures/units`: who leads the measure, and who supports. */
export const measureUnitsSchema = v.pipe(
  v.strictObject(
    {
      measure: measureKeySchema,
      lead: unitKeySchema,
      supports: v.optional(
        v.pipe(
          v.array(unitKeySchema, fieldCode('wrong_type')),
          v.maxLength(limits.supportingUnits, fieldCode('too_long')),
        ),
        [],
      ),
    },
    fieldCode('unknown_key'),
  ),
  v.forward(
    v.check(({ lead, supports }) => !supports.includes(lead), fieldCode('not_a_choice')),
    ['supports'],
  ),
)
export type MeasureUnits = v.InferOutput<typeof measureUnitsSchema>

/** The units as they then are, and how many cases that nobody had yet went to the new lead. */
export const measureUnitsViewSchema = v.strictObject({ ...unitsViewSchema.entries, moved: countSchema })
export type MeasureUnitsView = v.InferOutput<typeof measureUnitsViewSchema>
