import * as v from 'valibot'
import { annexInputSchema, annexOpeningSchema, ownAnnexSchema } from './annexes'
import { clauseKeySchema, measureKeySchema, publicIdSchema } from './comments'
import { fieldCode } from './errors'
import { bodySchema, lines, whole } from './fields'
import { fileViewSchema, sealedFileSchema, sentFilesSchema } from './files'
import { limits } from './limits'
import { targetOpinionsSchema, targetOpinionViewSchema } from './opinions'
import { consultationViewSchema, namedSchema } from './plan'
import { stampedViewSchema } from './stamped-scans'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { wordingInputSchema } from './wordings'
import {
  commentStates,
  enterpriseParts,
  organisationKinds,
  stances,
  submissionStates,
  submissionSteps,
} from './words'

const id = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(64, fieldCode('too_long')),
)
const note = lines(limits.note)

/** `POST /api/enterprise/response/entries`: without a version it is new; with one, it changes what was seen under it. */
export const entryInputSchema = v.strictObject(
  {
    measure: measureKeySchema,
    clause: v.exactOptional(clauseKeySchema),
    stance: v.picklist(stances, fieldCode('not_a_choice')),
    body: bodySchema,
    targets: v.exactOptional(targetOpinionsSchema),
    wording: v.exactOptional(wordingInputSchema),
    /** All that it is to hold: uploads of `POST /api/attachments`, and what it holds already. */
    attachments: v.exactOptional(sentFilesSchema),
    annex: v.exactOptional(annexInputSchema),
    /** The revision of the plan that its author read. */
    planRevision: whole,
    version: v.exactOptional(whole),
  },
  fieldCode('unknown_key'),
)
export type EntryInput = v.InferOutput<typeof entryInputSchema>

/** `POST /api/enterprise/response/entries/remove` */
export const entryRefSchema = v.strictObject({ id, version: whole }, fieldCode('unknown_key'))
export type EntryRef = v.InferOutput<typeof entryRefSchema>

/** `POST /api/enterprise/response/entries/restore`: where it stood in the version that counts. */
export const entryPlaceSchema = v.strictObject(
  { measure: measureKeySchema, clause: v.exactOptional(clauseKeySchema) },
  fieldCode('unknown_key'),
)
export type EntryPlace = v.InferOutput<typeof entryPlaceSchema>

/** `POST /api/enterprise/response/approval` */
export const askApprovalSchema = v.strictObject({ version: whole, note }, fieldCode('unknown_key'))

/** `POST /api/enterprise/response/send-back`: says what is to be changed. */
export const sendBackSchema = v.strictObject(
  { version: whole, note: v.pipe(note, v.minLength(1, fieldCode('required'))) },
  fieldCode('unknown_key'),
)

/** `POST /api/enterprise/response/reopen` */
export const reopenSchema = v.strictObject({ version: whole }, fieldCode('unknown_key'))

/** `POST /api/enterprise/response/send`: consent is for all of it. */
export const sendSchema = v.strictObject(
  {
    version: whole,
    consent: v.strictObject({ publish: v.boolean(fieldCode('wrong_type')) }, fieldCode('unknown_key')),
  },
  fieldCode('unknown_key'),
)
export type SendInput = v.InferOutput<typeof sendSchema>

export const versionParamSchema = v.object({
  number: v.pipe(
    v.string(),
    v.regex(/^[1-9]\d{0,5}$/, fieldCode('number_out_of_range')),
    v.metadata({ type: 'integer' }),
    v.transform(Number),
  ),
})

const placeEntries = {
  measure: v.strictObject({ key: v.string(), title: v.string() }),
  /** As it read when the entry was written. */
  clause: v.nullable(v.strictObject({ key: v.string(), text: v.string() })),
}

/** An entry as it was sent. */
export const sealedEntrySchema = v.strictObject({
  ...placeEntries,
  planRevision: ordinalSchema,
  stance: v.picklist(stances),
  body: v.string(),
  targets: v.array(targetOpinionViewSchema),
  wording: v.nullable(v.string()),
  attachments: v.array(sealedFileSchema),
  annex: v.nullable(v.strictObject({ file: sealedFileSchema, summary: v.string() })),
})
export type SealedEntry = v.InferOutput<typeof sealedEntrySchema>

/** Why moderation returned or rejected a part of a response. */
const partRefusalSchema = v.strictObject({
  zh: v.string(),
  en: v.string(),
  /** What the moderator added. */
  note: v.nullable(v.string()),
})
export type PartRefusal = v.InferOutput<typeof partRefusalSchema>

const partEntries = {
  publicId: publicIdSchema,
  state: v.picklist(commentStates),
  /** Null unless it was returned or rejected. */
  refusal: v.nullable(partRefusalSchema),
}
const partViewSchema = v.strictObject(partEntries)
export type PartView = v.InferOutput<typeof partViewSchema>

export const entryChanges = ['new', 'changed', 'same'] as const

export const entryViewSchema = v.strictObject({
  ...placeEntries,
  id: v.string(),
  stance: v.picklist(stances),
  body: v.string(),
  targets: v.array(targetOpinionViewSchema),
  /** How the clause should read instead. */
  wording: v.nullable(v.string()),
  attachments: v.array(fileViewSchema),
  annex: v.nullable(ownAnnexSchema),
  planRevision: ordinalSchema,
  version: ordinalSchema,
  /** A colleague by name; null where the account is gone. */
  updatedBy: v.nullable(v.string()),
  updatedAt: timeSchema,
  /** Beside the version that counts. */
  change: v.picklist(entryChanges),
  /** The comment that has its place in the version that counts; null where none has. */
  comment: v.nullable(partViewSchema),
  /** How that has it, where it was changed since. */
  was: v.nullable(sealedEntrySchema),
})
export type EntryView = v.InferOutput<typeof entryViewSchema>

const senderSchema = v.strictObject({
  name: v.string(),
  uscc: v.string(),
  kind: v.picklist(organisationKinds),
  isVerified: v.boolean(),
})

const sealEntries = {
  version: ordinalSchema,
  sentAt: timeSchema,
  /** Null where the account is gone. */
  sentBy: v.nullable(v.string()),
  /** Of the canonical text, in UTF-8. */
  sha256: v.string(),
}
const sealedSchema = v.strictObject({ ...sealEntries, entries: countSchema })
export type SealedVersion = v.InferOutput<typeof sealedSchema>

/** `GET /api/enterprise/response` */
export const submissionViewSchema = v.strictObject({
  enterprise: senderSchema,
  /** The reader's own. */
  part: v.picklist(enterpriseParts),
  consultation: consultationViewSchema,
  /** Null until something was drafted. */
  publicId: v.nullable(publicIdSchema),
  state: v.picklist(submissionStates),
  /** Counts its steps. */
  version: ordinalSchema,
  last: v.nullable(
    v.strictObject({
      step: v.picklist(submissionSteps),
      note: v.nullable(v.string()),
      by: v.nullable(v.string()),
      at: timeSchema,
    }),
  ),
  /** What the reader may do now. */
  may: v.strictObject({
    edit: v.boolean(),
    ask: v.boolean(),
    sendBack: v.boolean(),
    send: v.boolean(),
    reopen: v.boolean(),
  }),
  entries: v.array(entryViewSchema),
  /** What of the version that counts the draft no longer has. */
  removed: v.array(sealedEntrySchema),
  /** Measures without an entry. */
  silent: v.array(namedSchema),
  versions: v.array(sealedSchema),
  /** The version that counts was sent by people who were put out since. */
  isOfEarlierPeople: v.boolean(),
})
export type SubmissionView = v.InferOutput<typeof submissionViewSchema>

/** The canonical text of a version: this, as JSON without white space, the keys in this order. */
export interface SealedContent {
  form: 1
  publicId: string
  version: number
  consultation: { key: string; title: string }
  enterprise: v.InferOutput<typeof senderSchema>
  sentAt: string
  publish: boolean
  entries: SealedEntry[]
}

/** What a later version did to a comment: changed its text, or withdrew it. */
export const laterFates = ['revised', 'replaced'] as const

/** A comment that came of the response. */
const sentCommentSchema = v.strictObject({
  measureKey: v.string(),
  clauseKey: v.nullable(v.string()),
  ...partEntries,
  /** False where its receipt changed or withdrew it after it was sent, as was possible once. */
  isAsSent: v.boolean(),
  /** Null where no later version touched it. */
  later: v.nullable(v.picklist(laterFates)),
  /** How many passages of it are hidden in public. */
  hidden: countSchema,
  /** For those who may send; null to others. */
  queryCode: v.nullable(v.string()),
})

/** `GET /api/enterprise/response/versions/{number}` */
export const versionViewSchema = v.strictObject({
  ...sealEntries,
  publicId: publicIdSchema,
  /** Whether it is the one that counts. */
  isLast: v.boolean(),
  /** Whether it can still be replaced, or is being. */
  consultation: consultationViewSchema,
  enterprise: senderSchema,
  publish: v.boolean(),
  entries: v.array(sealedEntrySchema),
  /** That stood for this version, as they are now. */
  comments: v.array(sentCommentSchema),
  /** Who opened the annexes of the comments that stood for this version, the latest first. */
  annexOpenings: v.array(
    v.strictObject({
      measureKey: v.string(),
      clauseKey: v.nullable(v.string()),
      ...annexOpeningSchema.entries,
    }),
  ),
  /** Of which `sha256` is the hash. */
  content: v.string(),
  /** Of the response: its stamped papers, the newest first. */
  stamped: v.strictObject({
    /** False of an earlier version, of an empty one, and where a part is not shown as it was sent. */
    hasForm: v.boolean(),
    ...stampedViewSchema.entries,
  }),
})
export type VersionView = v.InferOutput<typeof versionViewSchema>

const versionChangeSchema = v.strictObject({
  kind: v.picklist(['added', 'changed', 'removed']),
  ...placeEntries,
  before: v.nullable(sealedEntrySchema),
  after: v.nullable(sealedEntrySchema),
})
export type VersionChange = v.InferOutput<typeof versionChangeSchema>

/** `GET /api/enterprise/response/versions`: the newest first, each with what it changed in the one before. */
export const versionHistorySchema = v.strictObject({
  publicId: publicIdSchema,
  versions: v.array(v.strictObject({ ...sealedSchema.entries, changes: v.array(versionChangeSchema) })),
})
export type VersionHistory = v.InferOutput<typeof versionHistorySchema>
