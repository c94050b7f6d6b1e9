import * as v from 'valibot'
import { emailSchema } from './auth'
import { fieldCode } from './errors'
import { whole } from './fields'
import { limits } from './limits'
import { timeSchema } from './view-parts'
import { followFrequencies, followSubjectKinds, languages } from './words'

/** `all`, `answers`, `results`, `theme:7` or `measure:7.1`. */
const subjectPattern = /^(?:all|answers|results|theme:\d{1,3}|measure:\d{1,3}\.\d{1,3})$/

const subjectSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.regex(subjectPattern, fieldCode('not_a_choice')),
  v.description('all, answers, results, theme:7 or measure:7.1'),
)

const subjectsSchema = v.pipe(
  v.array(subjectSchema, fieldCode('wrong_type')),
  v.minLength(1, fieldCode('none_chosen')),
  v.maxLength(limits.followSubjects, fieldCode('too_long')),
  v.transform((subjects) => [...new Set(subjects)]),
)

const frequencySchema = v.picklist(followFrequencies, fieldCode('not_a_choice'))

/** `POST /api/follows`: a link goes to the address; nothing is sent before it is confirmed there. */
export const newFollowSchema = v.strictObject(
  {
    email: v.pipe(emailSchema, v.email(fieldCode('email_malformed'))),
    frequency: frequencySchema,
    subjects: subjectsSchema,
    language: v.optional(v.picklist(languages, fieldCode('not_a_choice'))),
    /** Of the privacy notice, as shown. */
    noticeVersion: v.optional(whole),
  },
  fieldCode('unknown_key'),
)
export type NewFollow = v.InferOutput<typeof newFollowSchema>

const tokenSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(200, fieldCode('too_long')),
  v.description('From the link in the mail'),
)

/** `POST /api/follows/lookup`, `/confirm` and `/end` */
export const followTokenSchema = v.strictObject({ token: tokenSchema }, fieldCode('unknown_key'))

/** `POST /api/follows/change`: what is left out stays; subjects that are given take the place of all. */
export const followChangeSchema = v.strictObject(
  {
    token: tokenSchema,
    frequency: v.optional(frequencySchema),
    subjects: v.optional(subjectsSchema),
  },
  fieldCode('unknown_key'),
)
export type FollowChange = Omit<v.InferOutput<typeof followChangeSchema>, 'token'>

/** The same whether or not the address follows something already: nobody learns that from here. */
export const followSentSchema = v.strictObject({ sent: v.literal(true) })

/** The same whether it ended now or before. */
export const followEndedSchema = v.strictObject({ ended: v.literal(true) })

export const followViewSchema = v.strictObject({
  /** The key of the consultation that is followed. */
  consultation: v.string(),
  /** Masked: whoever was passed the mail on sees no address. */
  email: v.string(),
  frequency: v.picklist(followFrequencies),
  isConfirmed: v.boolean(),
  subjects: v.array(
    v.strictObject({
      subject: v.string(),
      kind: v.picklist(followSubjectKinds),
      /** Of a theme or a measure. */
      title: v.nullable(v.string()),
      titleEn: v.nullable(v.string()),
      isConfirmed: v.boolean(),
    }),
  ),
  /** When it is deleted by itself; null while that is not known. */
  endsAt: v.nullable(timeSchema),
})
export type FollowView = v.InferOutput<typeof followViewSchema>
