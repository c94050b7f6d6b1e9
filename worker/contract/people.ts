import * as v from 'valibot'
import { accountSchema, codeSchema, emailSchema, newPasswordSchema, passwordSchema } from './auth'
import { fieldCode } from './errors'
import { requiredLine } from './fields'
import { limits } from './limits'
import { countSchema, timeSchema } from './view-parts'
import { officeRoles } from './words'

const role = v.picklist(officeRoles, fieldCode('not_a_choice'))
const id = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(64, fieldCode('too_long')),
)

/** `POST /api/admin/invitations` */
export const inviteSchema = v.strictObject(
  {
    name: requiredLine(limits.displayName),
    email: v.pipe(emailSchema, v.email(fieldCode('email_malformed'))),
    role,
  },
  fieldCode('unknown_key'),
)
export type Invite = v.InferOutput<typeof inviteSchema>

/** The acts on one person or one invitation. */
export const personRefSchema = v.strictObject({ id }, fieldCode('unknown_key'))

/** `POST /api/admin/people/role` */
export const roleChangeSchema = v.strictObject({ id, role }, fieldCode('unknown_key'))
export type RoleChange = v.InferOutput<typeof roleChangeSchema>

/** `GET /api/admin/people` */
export const peopleQuerySchema = v.strictObject({ after: v.optional(v.string()) }, fieldCode('unknown_key'))
export type PeopleQuery = v.InferOutput<typeof peopleQuerySchema>

export const personViewSchema = v.strictObject({
  ...accountSchema.entries,
  isSelf: v.boolean(),
  hasSecondFactor: v.boolean(),
  joinedAt: timeSchema,
  signedInAt: v.nullable(timeSchema),
  /** Since the last sign-in. */
  failedSignIns: countSchema,
  disabledAt: v.nullable(timeSchema),
  /** False after a reset, until the link is taken up. */
  hasPassword: v.boolean(),
  /** Until when that link works. */
  resetUntil: v.nullable(timeSchema),
})
export type PersonView = v.InferOutput<typeof personViewSchema>

const openInvitationSchema = v.strictObject({
  ...accountSchema.entries,
  invitedBy: v.string(),
  invitedAt: timeSchema,
  expiresAt: timeSchema,
})
export type OpenInvitation = v.InferOutput<typeof openInvitationSchema>

/** `GET /api/admin/people`: newest first, with the invitations that wait on the first page. */
export const peopleViewSchema = v.strictObject({
  items: v.array(personViewSchema),
  next: v.nullable(v.string()),
  invitations: v.array(openInvitationSchema),
})
export type PeopleView = v.InferOutput<typeof peopleViewSchema>

/** A link that is told this once: only its hash is kept. */
const linkSchema = v.strictObject({ token: v.string(), expiresAt: timeSchema })

export const invitedViewSchema = v.strictObject({ invitation: openInvitationSchema, link: linkSchema })
export type InvitedView = v.InferOutput<typeof invitedViewSchema>

export const resetViewSchema = v.strictObject({ person: personViewSchema, link: linkSchema })
export type ResetView = v.InferOutput<typeof resetViewSchema>

/** `POST /api/admin/invitations/revoke` */
export const revokedViewSchema = v.strictObject({ id: v.string() })

export const browsers = ['chrome', 'edge', 'firefox', 'safari', 'wechat', 'qq', 'uc', 'huawei'] as const
export const systems = ['windows', 'macos', 'linux', 'android', 'ios', 'harmonyos'] as const

const sessionEntrySchema = v.strictObject({
  id: v.string(),
  /** What the browser says that it is; null where it says nothing known. */
  browser: v.nullable(v.picklist(browsers)),
  system: v.nullable(v.picklist(systems)),
  signedInAt: timeSchema,
  usedAt: timeSchema,
  isCurrent: v.boolean(),
})
export type SessionEntry = v.InferOutput<typeof sessionEntrySchema>

/** `GET /api/account` */
export const ownAccountViewSchema = v.strictObject({
  user: accountSchema,
  secondFactor: v.strictObject({
    isOn: v.boolean(),
    isRequired: v.boolean(),
    backupCodesLeft: v.nullable(countSchema),
  }),
  sessions: v.array(sessionEntrySchema),
})
export type OwnAccountView = v.InferOutput<typeof ownAccountViewSchema>

/** `POST /api/account/sessions/revoke`: the id of one, or `others` for all but the one that asks. */
export const sessionRefSchema = v.strictObject({ session: id }, fieldCode('unknown_key'))

/** `POST /api/account/password` */
export const passwordChangeSchema = v.strictObject(
  { current: passwordSchema, password: newPasswordSchema },
  fieldCode('unknown_key'),
)
export type PasswordChange = v.InferOutput<typeof passwordChangeSchema>

/** The acts on one's own second factor. */
export const passwordProofSchema = v.strictObject({ password: passwordSchema }, fieldCode('unknown_key'))

/** `POST /api/account/second-factor/confirm` */
export const codeProofSchema = v.strictObject({ code: codeSchema }, fieldCode('unknown_key'))

/** After turning it on or off. */
export const secondFactorViewSchema = v.strictObject({ isOn: v.boolean() })

const backupCodes = v.array(v.string())

/** `POST /api/account/second-factor`: what the authenticator is told, once; nothing is on before the first code. */
export const secondFactorOfferSchema = v.strictObject({ uri: v.string(), backupCodes })
export type SecondFactorOffer = v.InferOutput<typeof secondFactorOfferSchema>

export const backupCodesViewSchema = v.strictObject({ backupCodes })
export type BackupCodesView = v.InferOutput<typeof backupCodesViewSchema>
