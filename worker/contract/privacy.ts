import * as v from 'valibot'
import { fieldCode } from './errors'
import { lines, whole } from './fields'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'

/** What of people is kept; each is a row of the table in `services/privacy/retention.ts` and of the notice. */
export const personalDataKeys = [
  'contact',
  'displayName',
  'opinion',
  'earlierTexts',
  'original',
  'note',
  'attachment',
  'follow',
  'account',
  'accountName',
  'session',
  'unusedAccount',
  'enterpriseContact',
  'joining',
  'link',
  'draft',
  'support',
  'mail',
  'source',
  'offline',
] as const
export type PersonalDataKey = (typeof personalDataKeys)[number]

/** Who can see it. */
export const dataReaders = [
  'everybody',
  'everybody_published',
  'everybody_masked',
  'self',
  'colleagues',
  'moderators',
  'senior_moderators',
  'staff',
  'nobody',
] as const
export type DataReader = (typeof dataReaders)[number]

/** How much the retention job deletes is counted under these. */
export const deletionKeys = [
  'contacts',
  'originals',
  'uploads',
  'follows',
  'follow_mails',
  'messages',
  'account_mails',
  'reminders',
  'links',
  'sessions',
  'sources',
  'join_requests',
  'drafts',
  'enterprise_contacts',
  'unused_accounts',
] as const
export type DeletionKey = (typeof deletionKeys)[number]

/** Times for which personal data are kept, where they hang on no consultation and on no other limit. */
export const retentionPeriods = {
  /** Months after closing for which contacts are kept: unless a consultation says otherwise, and at the most. */
  contactMonths: 12,
  longestContactMonths: 36,
  originalMonths: 24,
  draftMonths: 12,
  joinRequestMonths: 12,
  /** An account that nobody uses for so long is deleted; its owner is told so many days before. */
  unusedAccountMonths: 24,
  unusedNoticeDays: 30,
} as const

const noticeRowSchema = v.strictObject({
  /** Where the row is found on the page; earlier versions have none. */
  key: v.optional(v.picklist(personalDataKeys)),
  what: v.string(),
  purpose: v.string(),
  period: v.string(),
  readers: v.string(),
})

/** The notice in one language, as it read when it was published. */
export const noticeTextSchema = v.strictObject({
  lead: v.string(),
  before: v.array(v.strictObject({ heading: v.string(), paragraphs: v.array(v.string()) })),
  table: v.strictObject({ heading: v.string(), rows: v.array(noticeRowSchema) }),
  after: v.array(v.strictObject({ heading: v.string(), paragraphs: v.array(v.string()) })),
})
export type NoticeText = v.InferOutput<typeof noticeTextSchema>

/** What is kept of a version: the whole text in both languages, and what was added to it by hand. */
export interface NoticeContent {
  zh: NoticeText
  en: NoticeText
  addition: { zh: string; en: string }
}

/** A version in a list. */
export const noticeVersionSchema = v.strictObject({
  version: ordinalSchema,
  effectiveAt: timeSchema,
  sha256: v.string(),
  changeZh: v.string(),
  changeEn: v.string(),
})
export type NoticeVersion = v.InferOutput<typeof noticeVersionSchema>

/** The page `/privacy`: one version, and which others there are, the newest first. */
export interface NoticeView extends NoticeVersion {
  text: NoticeText
  isPresent: boolean
  versions: NoticeVersion[]
}

/** `GET /api/admin/privacy`: what the desk needs to see and change it. */
export const privacyDeskSchema = v.strictObject({
  versions: v.array(noticeVersionSchema),
  addition: v.strictObject({ zh: v.string(), en: v.string() }),
  /** Whether the text that would be published now is another than the last one. */
  isOutdated: v.boolean(),
  contactMonths: ordinalSchema,
  /** What was deleted lately, the newest first; where nothing was, no row. */
  runs: v.array(v.strictObject({ key: v.picklist(deletionKeys), at: timeSchema, deleted: countSchema })),
  /** When the job ran last. */
  ranAt: v.nullable(timeSchema),
})
export type PrivacyDesk = v.InferOutput<typeof privacyDeskSchema>

const sentence = (max: number) => v.pipe(lines(max), v.minLength(1, fieldCode('required')))

/** `POST /api/admin/privacy/notices`: a new version, from now on. */
export const publishNoticeSchema = v.strictObject(
  {
    /** The version that the desk saw last. */
    version: v.pipe(v.number(fieldCode('wrong_type')), v.integer(fieldCode('wrong_type')), v.minValue(0)),
    additionZh: lines(2000),
    additionEn: lines(4000),
    changeZh: sentence(200),
    changeEn: sentence(400),
  },
  fieldCode('unknown_key'),
)
export type PublishNotice = v.InferOutput<typeof publishNoticeSchema>

/** `POST /api/admin/privacy/contact-months`: for this consultation. */
export const contactMonthsSchema = v.strictObject(
  {
    contactMonths: v.pipe(
      whole,
      v.maxValue(retentionPeriods.longestContactMonths, fieldCode('number_out_of_range')),
    ),
  },
  fieldCode('unknown_key'),
)
export type ContactMonths = v.InferOutput<typeof contactMonthsSchema>
