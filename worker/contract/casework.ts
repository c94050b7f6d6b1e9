import * as v from 'valibot'
import { caseAnnexSchema } from './annexes'
import {
  authorViewSchema,
  clauseKeySchema,
  commentViewSchema,
  cursorSchema,
  measureKeySchema,
  pageOf,
  publicIdSchema,
} from './comments'
import { refusedCasesSchema } from './dispositions'
import { fieldCode } from './errors'
import { daySchema } from './fields'
import { fileViewSchema } from './files'
import { limits } from './limits'
import { noteViewSchema } from './notes'
import { profileViewSchema, targetOpinionViewSchema } from './opinions'
import { unitKeySchema } from './units'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import { wordingViewSchema } from './wordings'
import {
  type CaseViewName,
  caseViews,
  channels,
  commentStates,
  dispositions,
  participantKinds,
  stances,
  unitParts,
} from './words'

const userIdSchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(64, fieldCode('too_long')))

/** Views of what nothing was made of yet. */
export const isUndisposedView = (view: CaseViewName) => view !== 'done' && view !== 'all'

/** `GET /api/staff/cases`: an outcome only where there can be one. */
const casesQueryEntries = v.strictObject(
  {
    view: v.optional(v.picklist(caseViews, fieldCode('not_a_choice')), 'todo'),
    measure: v.optional(measureKeySchema),
    /** With the view `unit` and without this, the first unit of whoever asks. */
    unit: v.optional(unitKeySchema),
    kind: v.optional(v.picklist(participantKinds, fieldCode('not_a_choice'))),
    disposition: v.optional(v.picklist(dispositions, fieldCode('not_a_choice'))),
    /** `1`: only where a note mentions whoever asks and waits to be read. */
    mentioned: v.optional(v.picklist(['1'], fieldCode('not_a_choice'))),
    after: cursorSchema,
    limit: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,3}$/, fieldCode('number_out_of_range')),
        v.metadata({ type: 'integer', default: limits.casesShown }),
        v.transform(Number),
        v.minValue(1, fieldCode('number_out_of_range')),
        v.maxValue(limits.maxPageSize, fieldCode('number_out_of_range')),
      ),
    ),
  },
  fieldCode('unknown_key'),
)
export const casesQuerySchema = v.pipe(
  casesQueryEntries,
  v.forward(
    v.check(
      ({ view, disposition }) => disposition === undefined || !isUndisposedView(view),
      fieldCode('not_a_choice'),
    ),
    ['disposition'],
  ),
)
export type CasesQuery = v.InferOutput<typeof casesQuerySchema>

const unitRefSchema = v.strictObject({ key: v.string(), name: v.string(), nameEn: v.string() })
export type UnitRef = v.InferOutput<typeof unitRefSchema>
const personSchema = v.strictObject({ id: v.string(), name: v.string(), isMe: v.boolean() })

/** Whose a case is and by when. A change names the `version` that it was seen in. */
const assignmentSchema = v.strictObject({
  version: countSchema,
  unit: v.nullable(unitRefSchema),
  /** `isActive` is false of a colleague whose account was disabled since. */
  assignee: v.nullable(v.strictObject({ ...personSchema.entries, isActive: v.boolean() })),
  /** The end of the working day by which it is due. */
  dueAt: v.nullable(timeSchema),
})
export type AssignmentView = v.InferOutput<typeof assignmentSchema>

const measureRefSchema = v.strictObject({
  key: measureKeySchema,
  shortTitle: v.string(),
  shortTitleEn: v.string(),
})

const caseItemSchema = v.strictObject({
  publicId: publicIdSchema,
  /** The beginning of the text. */
  excerpt: v.string(),
  stance: v.picklist(stances),
  author: authorViewSchema,
  measure: measureRefSchema,
  clauseKey: v.nullable(clauseKeySchema),
  isReply: v.boolean(),
  isPrivate: v.boolean(),
  channel: v.picklist(channels),
  openedAt: timeSchema,
  disposition: v.nullable(v.picklist(dispositions)),
  dispositionVersion: countSchema,
  assignment: assignmentSchema,
  /** Near-identical comments, this one among them. */
  groupCount: countSchema,
  noteCount: countSchema,
})
export type CaseItem = v.InferOutput<typeof caseItemSchema>

export const caseListSchema = pageOf(caseItemSchema)
export type CaseList = v.InferOutput<typeof caseListSchema>

/** `GET /api/staff/cases/counts`. `overdue` and what is counted on being asked stop at `limits.casesCounted`. */
export const caseCountsSchema = v.strictObject({
  todo: countSchema,
  done: countSchema,
  overdue: countSchema,
  /** What is assigned to whoever asks: all that is undisposed, due within the days of a reminder, overdue. */
  mine: v.strictObject({ todo: countSchema, soon: countSchema, overdue: countSchema }),
  mentions: countSchema,
  /** The units that whoever asks belongs to. */
  ownUnits: v.array(v.string()),
  units: v.array(v.strictObject({ ...unitRefSchema.entries, todo: countSchema })),
})
export type CaseCounts = v.InferOutput<typeof caseCountsSchema>

/** `GET /api/staff/cases/:publicId` */
export const caseParamSchema = v.object({ publicId: publicIdSchema })

/** `GET /api/staff/cases/:publicId`: the whole screen. */
export const caseViewSchema = v.strictObject({
  publicId: publicIdSchema,
  state: v.picklist(commentStates),
  /** False once the comment is no longer accepted: nothing is left to dispose of. */
  isAdmissible: v.boolean(),
  body: v.string(),
  wording: v.nullable(wordingViewSchema),
  /** What is for the figures and the department, and not shown with it. */
  targets: v.array(targetOpinionViewSchema),
  profile: v.nullable(profileViewSchema),
  /** Of the text, as a disposition names it. */
  revision: ordinalSchema,
  attachments: v.array(fileViewSchema),
  annex: v.nullable(caseAnnexSchema),
  /** Whether its text was confirmed with the organisation's stamp. */
  isStamped: v.boolean(),
  stance: v.picklist(stances),
  author: v.strictObject({ ...authorViewSchema.entries, uscc: v.nullable(v.string()) }),
  channel: v.picklist(channels),
  createdAt: timeSchema,
  openedAt: timeSchema,
  measure: v.strictObject({ ...measureRefSchema.entries, title: v.string() }),
  /** As it read when the comment was made; `current` where it reads otherwise now, its text null where it was removed. */
  clause: v.nullable(
    v.strictObject({
      key: clauseKeySchema,
      number: ordinalSchema,
      text: v.string(),
      madeOn: ordinalSchema,
      quote: v.nullable(v.string()),
      current: v.nullable(v.strictObject({ revision: ordinalSchema, text: v.nullable(v.string()) })),
    }),
  ),
  ancestors: v.array(commentViewSchema),
  /** The first of its public replies and of those to them, of `replyCount` in all. */
  replies: v.array(commentViewSchema),
  replyCount: countSchema,
  group: v.nullable(v.strictObject({ count: countSchema, publicIds: v.array(publicIdSchema) })),
  disposition: v.nullable(v.picklist(dispositions)),
  dispositionVersion: countSchema,
  assignment: assignmentSchema,
  /** Of the admissible comments on the measure. */
  breakdown: v.strictObject({
    total: countSchema,
    byStance: figuresBy(stances),
    byKind: figuresBy(participantKinds),
    byDisposition: figuresBy(dispositions),
    undisposed: countSchema,
    units: v.array(v.strictObject({ ...unitRefSchema.entries, part: v.picklist(unitParts) })),
  }),
  /** On the comment and on its measure, oldest first: the newest of them, where there are very many. */
  notes: v.array(noteViewSchema),
})
export type CaseView = v.InferOutput<typeof caseViewSchema>

/**
 * `POST /api/staff/assignments`: what is left out stays as it is, null takes it away. `dueInDays` are working days from today,
 * `dueOn` is the last day.
 */
export const assignSchema = v.pipe(
  v.strictObject(
    {
      cases: v.pipe(
        v.array(
          v.strictObject(
            {
              publicId: publicIdSchema,
              version: v.pipe(
                v.number(fieldCode('wrong_type')),
                v.integer(fieldCode('wrong_type')),
                v.minValue(0, fieldCode('number_out_of_range')),
              ),
            },
            fieldCode('unknown_key'),
          ),
          fieldCode('wrong_type'),
        ),
        v.minLength(1, fieldCode('required')),
        v.maxLength(limits.assignedAtOnce, fieldCode('too_long')),
      ),
      unit: v.optional(v.nullable(unitKeySchema)),
      assignee: v.optional(v.nullable(userIdSchema)),
      dueOn: v.optional(v.nullable(daySchema)),
      dueInDays: v.optional(
        v.pipe(
          v.number(fieldCode('wrong_type')),
          v.integer(fieldCode('wrong_type')),
          v.minValue(1, fieldCode('number_out_of_range')),
          v.maxValue(limits.caseDays, fieldCode('number_out_of_range')),
        ),
      ),
    },
    fieldCode('unknown_key'),
  ),
  v.forward(
    v.check(
      ({ unit, assignee, dueOn, dueInDays }) =>
        [unit, assignee, dueOn, dueInDays].some((given) => given !== undefined),
      fieldCode('required'),
    ),
    ['unit'],
  ),
  v.forward(
    v.check(
      ({ dueOn, dueInDays }) => dueOn === undefined || dueInDays === undefined,
      fieldCode('not_a_choice'),
    ),
    ['dueInDays'],
  ),
)
export type Assign = v.InferOutput<typeof assignSchema>

/** How the cases stand after it; `missed` are those that somebody else had changed since they were seen, `refused` another unit's. */
export const assignedSchema = v.strictObject({
  assigned: v.array(v.strictObject({ publicId: publicIdSchema, assignment: assignmentSchema })),
  missed: v.array(v.strictObject({ publicId: publicIdSchema, assignment: assignmentSchema })),
  refused: refusedCasesSchema,
})
export type Assigned = v.InferOutput<typeof assignedSchema>
