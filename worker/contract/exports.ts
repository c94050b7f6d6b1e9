import * as v from 'valibot'
import { fieldCode } from './errors'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import { exportAudiences, exportStates } from './words'

/** What can be taken: files of the staff desk, and the archive that anybody may have. */
export const exportKinds = [
  'comments.csv',
  'comments.xlsx',
  'adoption.csv',
  'report.docx',
  'open-data.zip',
  'evidence.zip',
] as const
export type ExportKind = (typeof exportKinds)[number]

const exportRecordSchema = v.strictObject({
  id: v.string(),
  /** One of `exportKinds`. */
  kind: v.string(),
  audience: v.picklist(exportAudiences),
  filters: v.record(v.string(), v.union([v.string(), v.number()])),
  snapshotAt: timeSchema,
  state: v.picklist(exportStates),
  rows: countSchema,
  bytes: countSchema,
  /** Of the file as it was sent; null until it was sent whole. */
  sha256: v.nullable(v.string()),
  /** Null where anybody may take it. */
  requestedBy: v.nullable(v.string()),
  isMine: v.boolean(),
  mayCancel: v.boolean(),
  requestedAt: timeSchema,
  endedAt: v.nullable(timeSchema),
})
export type ExportRecordView = v.InferOutput<typeof exportRecordSchema>

/** `POST /api/staff/exports/:id/cancel` */
export const exportRecordViewSchema = exportRecordSchema

export const exportParamSchema = v.object({
  id: v.pipe(v.string(fieldCode('wrong_type')), v.regex(/^[0-9a-f]{32}$/, fieldCode('key_malformed'))),
})

/** `GET /api/staff/exports`: the newest, whoever took them. */
export const exportListSchema = v.strictObject({ items: v.array(exportRecordSchema) })
export type ExportListView = v.InferOutput<typeof exportListSchema>

/** `GET /api/staff/exports/report.docx`: as everybody may read it, which it is unless asked for otherwise, or with what is not public. */
export const reportQuerySchema = v.strictObject(
  { audience: v.optional(v.picklist(exportAudiences, fieldCode('not_a_choice'))) },
  fieldCode('unknown_key'),
)

/** `GET /api/open-data/:file` */
export const openDataParamSchema = v.object({
  file: v.pipe(
    v.string(fieldCode('wrong_type')),
    v.regex(/^[a-z0-9][a-z0-9-]{0,79}\.zip$/, fieldCode('key_malformed')),
  ),
})

/** What the page on open data shows: the tables of the archive, each with its columns. */
export const openDataViewSchema = v.strictObject({
  key: v.string(),
  title: v.string(),
  titleEn: v.string(),
  snapshotAt: timeSchema,
  tables: v.array(
    v.strictObject({
      name: v.string(),
      zh: v.string(),
      en: v.string(),
      columns: v.array(
        v.strictObject({
          name: v.string(),
          zh: v.string(),
          en: v.string(),
          meaningZh: v.string(),
          meaningEn: v.string(),
        }),
      ),
    }),
  ),
  /** The last archive that was sent whole of these data. */
  newest: v.nullable(v.strictObject({ sha256: v.string(), bytes: ordinalSchema, rows: countSchema })),
})
export type OpenDataView = v.InferOutput<typeof openDataViewSchema>
