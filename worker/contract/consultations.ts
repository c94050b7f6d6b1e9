import * as v from 'valibot'
import { fieldCode } from './errors'
import { daySchema, line, lines, requiredLine, whole } from './fields'
import { limits } from './limits'
import { consultationViewSchema } from './plan'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { moderationRules, participantRules } from './words'

export const consultationItemSchema = v.strictObject({
  ...consultationViewSchema.entries,
  measures: countSchema,
  received: countSchema,
  published: countSchema,
})
export type ConsultationItem = v.InferOutput<typeof consultationItemSchema>

/** `GET /api/consultations`: all that are or will be open to everybody's eyes, by how far they have come. */
export const consultationListSchema = v.strictObject({
  open: v.array(consultationItemSchema),
  upcoming: v.array(consultationItemSchema),
  /** Closed, the result is still to come. */
  closed: v.array(consultationItemSchema),
  answered: v.array(consultationItemSchema),
})
export type ConsultationList = v.InferOutput<typeof consultationListSchema>

export const consultationKeySchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, fieldCode('consultation_key_malformed')),
  v.description('What its address ends with: 2022-work-plan'),
)

const codeSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.regex(/^[A-Z][A-Z0-9]{1,5}$/, fieldCode('consultation_code_malformed')),
  v.description('What the numbers of its comments begin with: GX22'),
)

const namesSchema = v.record(
  v.pipe(v.string(), v.regex(/^\d{1,2}(\.\d{1,2})?$/, fieldCode('key_malformed'))),
  v.strictObject({ zh: line(limits.shortTitle), en: line(limits.shortTitleEn) }, fieldCode('unknown_key')),
)

const unitKeySchema = v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(50, fieldCode('too_long')))

const sourceSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.maxLength(limits.planSource, fieldCode('too_long')),
)

/** All that is known of a consultation that is being prepared; what is missing may be missing until it is published. */
export const draftContentSchema = v.strictObject(
  {
    code: codeSchema,
    title: requiredLine(limits.planTitle),
    titleEn: line(limits.planTitle),
    authority: requiredLine(limits.planTitle),
    authorityEn: line(limits.planTitle),
    source: sourceSchema,
    opensOn: daySchema,
    /** The last day: it is open until 24:00 Beijing time. */
    closesOn: daySchema,
    /** Printed; asked for where the period is shorter than `limits.usualPeriod`. */
    shortPeriodReason: lines(limits.printedReason),
    /** For English pages. */
    shortPeriodReasonEn: v.optional(lines(limits.printedReason), ''),
    participants: v.picklist(participantRules, fieldCode('not_a_choice')),
    hasReplies: v.boolean(fieldCode('wrong_type')),
    moderation: v.optional(v.picklist(moderationRules, fieldCode('not_a_choice')), 'before'),
    /** Short names of themes and measures, by their keys. */
    names: namesSchema,
    /** Whose the measures are, by their keys. */
    units: v.record(
      v.string(),
      v.strictObject(
        {
          lead: unitKeySchema,
          supports: v.pipe(v.array(unitKeySchema), v.maxLength(20, fieldCode('too_long'))),
        },
        fieldCode('unknown_key'),
      ),
    ),
  },
  fieldCode('unknown_key'),
)
export type DraftContent = v.InferOutput<typeof draftContentSchema>

/** `POST /api/admin/consultations/drafts`: the version that was seen; left out for a new one. */
export const saveDraftSchema = v.strictObject(
  { key: consultationKeySchema, version: v.optional(whole), content: draftContentSchema },
  fieldCode('unknown_key'),
)
export type SaveDraft = v.InferOutput<typeof saveDraftSchema>

export const draftRefSchema = v.strictObject(
  { key: consultationKeySchema, version: whole },
  fieldCode('unknown_key'),
)
export type DraftRef = v.InferOutput<typeof draftRefSchema>

export const consultationParamSchema = v.object({ key: consultationKeySchema })

/** `POST /api/admin/consultations/document`: a .txt or .docx, in Base64. */
export const planDocumentSchema = v.strictObject(
  {
    fileName: requiredLine(200),
    content: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.maxLength(Math.ceil(limits.importBytes / 3) * 4, fieldCode('file_too_large')),
    ),
  },
  fieldCode('unknown_key'),
)
export type PlanDocumentFile = v.InferOutput<typeof planDocumentSchema>

export const documentTextSchema = v.strictObject({ text: v.string() })
export type DocumentText = v.InferOutput<typeof documentTextSchema>

/** `POST /api/admin/consultations/preview` */
export const previewPlanSchema = v.strictObject({ source: sourceSchema }, fieldCode('unknown_key'))

const remarkSchema = v.strictObject({
  /** From 1, in the text as it was sent. */
  line: ordinalSchema,
  /** How that line begins. */
  text: v.string(),
  zh: v.string(),
  en: v.string(),
})
export type PlanRemark = v.InferOutput<typeof remarkSchema>

/** How the importer reads a document. */
export const planPreviewSchema = v.strictObject({
  /** Every line that keeps it from being read; none where it can be. */
  problems: v.array(remarkSchema),
  warnings: v.array(remarkSchema),
  /** What was read as something else than measures: titles, lead paragraphs, a look back. */
  notes: v.array(remarkSchema),
  themes: v.array(
    v.strictObject({
      key: v.string(),
      /** How the document numbers it; empty where it does not. */
      label: v.string(),
      title: v.string(),
      measures: v.array(
        v.strictObject({
          key: v.string(),
          label: v.string(),
          title: v.string(),
          clauses: v.array(
            v.strictObject({ key: v.string(), text: v.string(), targets: v.array(v.string()) }),
          ),
        }),
      ),
    }),
  ),
  sections: countSchema,
})
export type PlanPreview = v.InferOutput<typeof planPreviewSchema>

/** `GET /api/admin/consultations/drafts/:key` */
export const draftViewSchema = v.strictObject({
  key: v.string(),
  version: ordinalSchema,
  content: draftContentSchema,
  changedBy: v.string(),
  changedAt: timeSchema,
})
export type DraftView = v.InferOutput<typeof draftViewSchema>

/** `GET /api/admin/consultations` */
export const consultationOfficeSchema = v.strictObject({
  consultations: v.array(consultationItemSchema),
  drafts: v.array(
    v.strictObject({
      key: v.string(),
      version: ordinalSchema,
      title: v.string(),
      opensOn: v.string(),
      closesOn: v.string(),
      changedBy: v.string(),
      changedAt: timeSchema,
    }),
  ),
})
export type ConsultationOffice = v.InferOutput<typeof consultationOfficeSchema>

/** `POST /api/admin/consultations/extend`: a later last day, with what is printed of it. */
export const extendSchema = v.strictObject(
  {
    key: consultationKeySchema,
    /** The closing that was seen. */
    closesAt: timeSchema,
    closesOn: daySchema,
    reason: v.pipe(lines(limits.printedReason), v.minLength(1, fieldCode('required'))),
  },
  fieldCode('unknown_key'),
)
export type Extend = v.InferOutput<typeof extendSchema>

/** `POST /api/admin/consultations/current` */
export const currentSchema = v.strictObject({ key: consultationKeySchema }, fieldCode('unknown_key'))
