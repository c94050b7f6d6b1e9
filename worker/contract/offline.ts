import * as v from 'valibot'
import { clauseKeySchema, commentReceiptSchema, measureKeySchema } from './comments'
import { fieldCode } from './errors'
import { bodySchema, daySchema, line, usccSchema } from './fields'
import { sha256Schema } from './files'
import { limits } from './limits'
import { countSchema, figuresBy, ordinalSchema, timeSchema } from './view-parts'
import { channels, commentStates, participantKinds, stances } from './words'

/** How an opinion reaches the department past the site. */
export const offlineChannels = ['letter', 'email', 'hotline', 'meeting', 'department'] as const
export type OfflineChannel = (typeof offlineChannels)[number]

/** An opinion as the letter, the call or the minutes have it. Lengths are checked here, its place and its day by the verb. */
export const offlineOpinionSchema = v.strictObject(
  {
    channel: v.picklist(offlineChannels, fieldCode('not_a_choice')),
    receivedOn: daySchema,
    /** The number of the letter or the call. */
    reference: v.optional(line(limits.offlineReference), ''),
    measure: measureKeySchema,
    clause: v.optional(clauseKeySchema),
    kind: v.picklist(participantKinds, fieldCode('not_a_choice')),
    /** Of the organisation, or of the individual who gave one. */
    name: v.optional(line(limits.organisationName), ''),
    /** Of an organisation that stated it. */
    uscc: v.optional(usccSchema),
    stance: v.picklist(stances, fieldCode('not_a_choice')),
    body: bodySchema,
    /** How the clause should read instead, where the letter says so. */
    wording: v.optional(line(limits.wording)),
    consent: v.strictObject(
      {
        /** May the text be published, as the letter says? */
        publish: v.boolean(fieldCode('wrong_type')),
        /** May an individual's name stand in full? */
        name: v.optional(v.boolean(fieldCode('wrong_type'))),
      },
      fieldCode('unknown_key'),
    ),
  },
  fieldCode('unknown_key'),
)
export type OfflineOpinion = v.InferOutput<typeof offlineOpinionSchema>

/** `POST /api/staff/offline` */
export const newOfflineOpinionSchema = v.strictObject(
  {
    ...offlineOpinionSchema.entries,
    /** Made by the sender, 128 random bits: the same entry under the same key is taken down once and has one receipt. */
    key: v.optional(
      v.pipe(v.string(fieldCode('wrong_type')), v.regex(/^[0-9a-f]{32}$/, fieldCode('key_malformed'))),
    ),
  },
  fieldCode('unknown_key'),
)
export type NewOfflineOpinion = v.InferOutput<typeof newOfflineOpinionSchema>

const fileFields = {
  fileName: v.pipe(line(limits.fileName), v.minLength(1, fieldCode('required'))),
  /** The file in Base64. */
  content: v.pipe(
    v.string(fieldCode('wrong_type')),
    v.minLength(1, fieldCode('required')),
    v.maxLength(Math.ceil(limits.importBytes / 3) * 4, fieldCode('file_too_large')),
    v.regex(/^[A-Za-z0-9+/]+={0,2}$/, fieldCode('file_unreadable')),
    v.description('At most 5 MB of XLSX or CSV, in Base64'),
  ),
}

/** `POST /api/staff/offline/check` */
export const checkImportSchema = v.strictObject(fileFields, fieldCode('unknown_key'))
export type CheckImport = v.InferOutput<typeof checkImportSchema>

/** `POST /api/staff/offline/import`: the file that was checked, and its hash as the check told it. */
export const importOpinionsSchema = v.strictObject(
  { ...fileFields, sha256: sha256Schema },
  fieldCode('unknown_key'),
)
export type ImportOpinions = v.InferOutput<typeof importOpinionsSchema>

/** The columns of the template, in their order. */
export const importColumns = [
  'receivedOn',
  'channel',
  'reference',
  'measure',
  'clause',
  'kind',
  'name',
  'uscc',
  'stance',
  'body',
  'wording',
  'publish',
  'showName',
] as const
export type ImportColumn = (typeof importColumns)[number]

const sentenceSchema = v.strictObject({ zh: v.string(), en: v.string() })

/** What is wrong with one cell, one row or, without a row, with the file. */
export const importProblemSchema = v.strictObject({
  /** As the spreadsheet counts: the header is row 1. */
  row: v.nullable(ordinalSchema),
  /** As the spreadsheet names it: A, B, C. */
  column: v.nullable(v.string()),
  header: v.nullable(v.string()),
  /** What stands there, shortened. */
  found: v.nullable(v.string()),
  sentence: sentenceSchema,
})
export type ImportProblem = v.InferOutput<typeof importProblemSchema>

const previewRowSchema = v.strictObject({
  row: ordinalSchema,
  receivedOn: v.string(),
  channel: v.picklist(offlineChannels),
  reference: v.string(),
  /** The clause where one is named, else the measure. */
  place: v.string(),
  kind: v.picklist(participantKinds),
  name: v.string(),
  stance: v.picklist(stances),
  /** Its beginning. */
  body: v.string(),
  /** The beginning of what is suggested for the clause; null where nothing is. */
  wording: v.nullable(v.string()),
  isPublishable: v.boolean(),
})
export type PreviewRow = v.InferOutput<typeof previewRowSchema>

/** `POST /api/staff/offline/check`: nothing was written. */
export const importCheckSchema = v.strictObject({
  sha256: v.string(),
  rows: countSchema,
  /** The first of them; `problemCount` says how many there are. */
  problems: v.array(importProblemSchema),
  problemCount: countSchema,
  channels: figuresBy(offlineChannels),
  preview: v.array(previewRowSchema),
  /** When this very file was imported, if it was. */
  importedAt: v.nullable(timeSchema),
  /** Whether whoever asks imported it: the receipts are theirs to have again. */
  isImportedByMe: v.boolean(),
})
export type ImportCheck = v.InferOutput<typeof importCheckSchema>

/** `POST /api/staff/offline/import`: with the query codes, which nobody but the importer is told. */
export const importedSchema = v.strictObject({
  id: v.string(),
  receipts: v.array(
    v.strictObject({
      row: ordinalSchema,
      reference: v.string(),
      ...v.omit(commentReceiptSchema, ['state']).entries,
    }),
  ),
})
export type Imported = v.InferOutput<typeof importedSchema>

/** `GET /api/staff/offline`: what came in by which channel, and the files that were imported, the newest first. */
export const offlineViewSchema = v.strictObject({
  /** The first and the last day on which an opinion may have been received, today at the latest; null before the opening. */
  days: v.nullable(v.strictObject({ first: v.string(), last: v.string() })),
  isResultPublic: v.boolean(),
  channels: v.array(
    v.strictObject({
      channel: v.picklist(channels),
      received: countSchema,
      states: figuresBy(commentStates),
    }),
  ),
  imports: v.array(
    v.strictObject({
      id: v.string(),
      fileName: v.string(),
      sha256: v.string(),
      rows: countSchema,
      by: v.string(),
      at: timeSchema,
    }),
  ),
})
export type OfflineView = v.InferOutput<typeof offlineViewSchema>
