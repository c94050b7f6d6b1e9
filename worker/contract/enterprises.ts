import * as v from 'valibot'
import { fieldCode } from './errors'
import { contactSchema, lines, requiredLine, usccSchema, whole } from './fields'
import { fileIdSchema, fileViewSchema } from './files'
import { industryCodes } from './industries'
import { limits } from './limits'
import { mailableSchema } from './participants'
import { cityCodes } from './regions'
import { countSchema, ordinalSchema, timeSchema } from './view-parts'
import {
  claimStates,
  contactKinds,
  enterpriseParts,
  enterpriseSizes,
  enterpriseStates,
  organisationKinds,
  ownerships,
  verificationMeans,
} from './words'

const id = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(64, fieldCode('too_long')),
)
const part = v.picklist(enterpriseParts, fieldCode('not_a_choice'))
const version = v.pipe(
  v.number(fieldCode('wrong_type')),
  v.integer(fieldCode('wrong_type')),
  v.minValue(1, fieldCode('number_out_of_range')),
)
const choice = <const Values extends readonly string[]>(values: Values) =>
  v.picklist(values, fieldCode('not_a_choice'))

const profile = {
  name: requiredLine(limits.organisationName),
  industry: choice(industryCodes),
  city: choice(cityCodes),
  contactName: requiredLine(limits.displayName),
  contact: v.pipe(contactSchema, v.minLength(1, fieldCode('required'))),
  /** Of the privacy notice, as shown. */
  noticeVersion: v.optional(whole),
}

/** What an organisation says of itself; its size and its owner an enterprise names, of others they are not kept. */
const profileWith = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.variant(
    'kind',
    [
      v.strictObject(
        {
          ...entries,
          ...profile,
          kind: v.literal('enterprise'),
          size: choice(enterpriseSizes),
          ownership: choice(ownerships),
        },
        fieldCode('unknown_key'),
      ),
      v.strictObject(
        {
          ...entries,
          ...profile,
          kind: choice(['association', 'institution']),
          size: v.exactOptional(choice(enterpriseSizes)),
          ownership: v.exactOptional(choice(ownerships)),
        },
        fieldCode('unknown_key'),
      ),
    ],
    fieldCode('not_a_choice'),
  )

/** `POST /api/enterprise` */
export const registrationSchema = profileWith({ uscc: usccSchema })
export type Registration = v.InferOutput<typeof registrationSchema>

/** `POST /api/enterprise/profile` */
export const profileChangeSchema = profileWith({ version })
export type ProfileChange = v.InferOutput<typeof profileChangeSchema>

/** `POST /api/enterprise/join-requests` */
export const joinRequestSchema = v.strictObject({ uscc: usccSchema }, fieldCode('unknown_key'))

/** `POST /api/enterprise/join-requests/settle` */
export const settleRequestSchema = v.strictObject(
  { id, accept: v.boolean(fieldCode('wrong_type')), part },
  fieldCode('unknown_key'),
)
export type SettleRequest = v.InferOutput<typeof settleRequestSchema>

/** `POST /api/enterprise/invitations`: without an address the link is only handed over. */
export const inviteColleagueSchema = v.strictObject(
  { part, email: v.exactOptional(mailableSchema) },
  fieldCode('unknown_key'),
)
export type InviteColleague = v.InferOutput<typeof inviteColleagueSchema>

export const colleagueRefSchema = v.strictObject({ id }, fieldCode('unknown_key'))

/** `POST /api/enterprise/members`: the part that they were seen with, and the one that they are to have. */
export const memberChangeSchema = v.strictObject(
  { id, from: part, part: v.picklist([...enterpriseParts, 'none'], fieldCode('not_a_choice')) },
  fieldCode('unknown_key'),
)
export type MemberChange = v.InferOutput<typeof memberChangeSchema>

/** `POST /api/enterprise/invitations/accept`: the token travels in the body. */
export const invitationTokenSchema = v.strictObject(
  {
    token: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(100, fieldCode('too_long')),
    ),
  },
  fieldCode('unknown_key'),
)

/** `POST /api/enterprise/verification` */
export const verificationSchema = v.strictObject(
  {
    version,
    document: requiredLine(limits.documentName),
    note: lines(limits.note),
    /** The document itself, uploaded before; otherwise it is handed in on paper. */
    file: v.exactOptional(fileIdSchema),
  },
  fieldCode('unknown_key'),
)
export type VerificationInput = v.InferOutput<typeof verificationSchema>

/** `POST /api/enterprise/claims`: others hold one's organisation's code. */
export const claimSchema = v.strictObject(
  {
    uscc: usccSchema,
    note: v.pipe(lines(limits.note), v.minLength(1, fieldCode('required'))),
    file: v.exactOptional(fileIdSchema),
  },
  fieldCode('unknown_key'),
)
export type ClaimInput = v.InferOutput<typeof claimSchema>

/** `POST /api/staff/enterprises/:id/claims/:claim`: declined for a reason. */
export const claimDecisionSchema = v.strictObject(
  { version, isGranted: v.boolean(fieldCode('wrong_type')), reason: lines(limits.note) },
  fieldCode('unknown_key'),
)
export type ClaimDecision = v.InferOutput<typeof claimDecisionSchema>

/** `POST /api/staff/enterprises/:id/accounts`: shuts somebody out who belongs to it or claims it, or lets them in again. */
export const accountChangeSchema = v.strictObject(
  { userId: id, isDisabled: v.boolean(fieldCode('wrong_type')) },
  fieldCode('unknown_key'),
)
export type AccountChange = v.InferOutput<typeof accountChangeSchema>

/** `POST /api/staff/enterprises/:id/verification`: a rejection carries its reason. */
export const verificationDecisionSchema = v.strictObject(
  { version, isVerified: v.boolean(fieldCode('wrong_type')), reason: lines(limits.note) },
  fieldCode('unknown_key'),
)
export type VerificationDecision = v.InferOutput<typeof verificationDecisionSchema>

export const enterpriseQuerySchema = v.strictObject(
  { state: v.optional(choice([...enterpriseStates, 'claimed'] as const)), after: v.optional(v.string()) },
  fieldCode('unknown_key'),
)
export type EnterpriseQuery = v.InferOutput<typeof enterpriseQuerySchema>

export const verificationStepSchema = v.strictObject({
  number: ordinalSchema,
  from: v.picklist(enterpriseStates),
  to: v.picklist(enterpriseStates),
  means: v.picklist(verificationMeans),
  document: v.nullable(v.string()),
  /** Null where it was handed in on paper or is deleted. */
  file: v.nullable(fileViewSchema),
  note: v.nullable(v.string()),
  /** A member by name to members and staff; the office's people by name to staff alone. */
  by: v.nullable(v.string()),
  /** A member took it whose account is gone. */
  isByGone: v.boolean(),
  at: timeSchema,
})
export type VerificationStep = v.InferOutput<typeof verificationStepSchema>

const contactViewSchema = v.strictObject({
  name: v.string(),
  kind: v.picklist(contactKinds),
  value: v.string(),
})

const enterpriseEntries = {
  id: v.string(),
  uscc: v.string(),
  name: v.string(),
  kind: v.picklist(organisationKinds),
  size: v.nullable(v.picklist(enterpriseSizes)),
  ownership: v.nullable(v.picklist(ownerships)),
  industry: v.nullable(v.picklist(industryCodes)),
  city: v.nullable(v.picklist(cityCodes)),
  state: v.picklist(enterpriseStates),
  stateAt: timeSchema,
  version: ordinalSchema,
  createdAt: timeSchema,
}

export const memberViewSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  /** Members see one another’s addresses; null where the sign-on named none. */
  email: v.nullable(v.string()),
  part: v.picklist(enterpriseParts),
  joinedAt: timeSchema,
  isSelf: v.boolean(),
})
export type MemberView = v.InferOutput<typeof memberViewSchema>

export const joinRequestViewSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  email: v.nullable(v.string()),
  askedAt: timeSchema,
})

export const colleagueInvitationSchema = v.strictObject({
  id: v.string(),
  part: v.picklist(enterpriseParts),
  email: v.nullable(v.string()),
  invitedBy: v.string(),
  invitedAt: timeSchema,
  expiresAt: timeSchema,
})

export const enterpriseViewSchema = v.strictObject({
  ...enterpriseEntries,
  contact: v.nullable(contactViewSchema),
  /** The reader's own part. */
  part: v.picklist(enterpriseParts),
  members: v.array(memberViewSchema),
  /** To owners alone; empty to others. */
  requests: v.array(joinRequestViewSchema),
  invitations: v.array(colleagueInvitationSchema),
  history: v.array(verificationStepSchema),
  /** Responses that wait for the reader to send them or to give them back, by consultation. */
  awaiting: v.array(
    v.strictObject({ key: v.string(), title: v.string(), titleEn: v.string(), isCurrent: v.boolean() }),
  ),
})
export type EnterpriseView = v.InferOutput<typeof enterpriseViewSchema>

/** The last request of somebody who belongs to no enterprise. */
export const ownRequestSchema = v.strictObject({
  id: v.string(),
  enterprise: v.string(),
  uscc: v.string(),
  state: v.picklist(['waiting', 'declined']),
  askedAt: timeSchema,
})
export type OwnRequest = v.InferOutput<typeof ownRequestSchema>

/** What became of somebody's word that others hold their organisation's code. */
export const ownClaimSchema = v.strictObject({
  enterprise: v.string(),
  state: v.picklist(['waiting', 'declined']),
  reason: v.nullable(v.string()),
  askedAt: timeSchema,
})
export type OwnClaim = v.InferOutput<typeof ownClaimSchema>

/** `GET /api/enterprise` */
export const ownEnterpriseSchema = v.strictObject({
  enterprise: v.nullable(enterpriseViewSchema),
  request: v.nullable(ownRequestSchema),
  claim: v.nullable(ownClaimSchema),
})
export type OwnEnterprise = v.InferOutput<typeof ownEnterpriseSchema>

/** `POST /api/enterprise`: made, or there already: then one asks to join. */
export const registeredSchema = v.variant('outcome', [
  v.strictObject({ outcome: v.literal('registered'), enterprise: enterpriseViewSchema }),
  v.strictObject({ outcome: v.literal('taken'), name: v.string() }),
])
export type Registered = v.InferOutput<typeof registeredSchema>

/** A link that is told this once. */
export const invitedColleagueSchema = v.strictObject({
  invitation: colleagueInvitationSchema,
  token: v.string(),
})
export type InvitedColleague = v.InferOutput<typeof invitedColleagueSchema>

/** What a colleague's link is for. */
export interface InvitationForColleague {
  enterprise: string
  part: (typeof enterpriseParts)[number]
  invitedBy: string
  expiresAt: string
}

const listedEnterpriseSchema = v.strictObject({ ...enterpriseEntries, members: countSchema })
export type ListedEnterprise = v.InferOutput<typeof listedEnterpriseSchema>

/** `GET /api/staff/enterprises`: what was submitted waits in its order, all else the newest first. */
export const enterpriseListSchema = v.strictObject({
  items: v.array(listedEnterpriseSchema),
  next: v.nullable(v.string()),
  /** Submitted and waiting, up to `limits.casesCounted`. */
  waiting: countSchema,
  /** Claims that wait, up to `limits.casesCounted`. */
  claimed: countSchema,
})
export type EnterpriseList = v.InferOutput<typeof enterpriseListSchema>

export const claimViewSchema = v.strictObject({
  id: v.string(),
  userId: v.string(),
  name: v.string(),
  isDisabled: v.boolean(),
  note: v.string(),
  file: v.nullable(fileViewSchema),
  state: v.picklist(claimStates),
  reason: v.nullable(v.string()),
  askedAt: timeSchema,
})
export type ClaimView = v.InferOutput<typeof claimViewSchema>

/** `GET /api/staff/enterprises/:id` */
export const staffEnterpriseSchema = v.strictObject({
  ...enterpriseEntries,
  contact: v.nullable(contactViewSchema),
  members: v.array(
    v.strictObject({
      ...{ id: v.string(), name: v.string(), part: v.picklist(enterpriseParts), joinedAt: timeSchema },
      isDisabled: v.boolean(),
    }),
  ),
  /** Who was taken out or left: an account can be shut out afterwards too. */
  former: v.array(v.strictObject({ id: v.string(), name: v.string(), isDisabled: v.boolean() })),
  /** The latest first. */
  claims: v.array(claimViewSchema),
  history: v.array(verificationStepSchema),
})
export type StaffEnterprise = v.InferOutput<typeof staffEnterpriseSchema>
