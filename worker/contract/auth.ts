import * as v from 'valibot'
import { fieldCode } from './errors'
import { timeSchema } from './view-parts'
import { officeRoles } from './words'

/** In characters as computers count them; better-auth holds to the same. */
export const passwordLength = { least: 12, most: 200 } as const

export const emailSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.maxLength(200, fieldCode('too_long')),
  v.trim(),
  v.toLowerCase(),
  v.minLength(1, fieldCode('required')),
)

/** A password that somebody has. */
export const passwordSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(passwordLength.most, fieldCode('too_long')),
)

/** A password that somebody chooses. */
export const newPasswordSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.minLength(passwordLength.least, fieldCode('password_too_short')),
  v.maxLength(passwordLength.most, fieldCode('too_long')),
)

/** Six digits of the authenticator, or a backup code; spaces and case are forgiven. */
export const codeSchema = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.maxLength(50, fieldCode('too_long')),
  v.transform((text) => text.replace(/[\s-]/g, '').toLowerCase()),
  v.minLength(1, fieldCode('required')),
)

/** `POST /api/auth/sign-in/email` */
export const signInSchema = v.strictObject(
  { email: emailSchema, password: passwordSchema },
  fieldCode('unknown_key'),
)
export type SignIn = v.InferOutput<typeof signInSchema>

/** `POST /api/auth/sign-in/second-factor`, with the cookie that the first step left. */
export const secondStepSchema = v.strictObject({ code: codeSchema }, fieldCode('unknown_key'))

export const accountSchema = v.strictObject({
  id: v.string(),
  name: v.string(),
  email: v.string(),
  role: v.picklist(officeRoles),
})
export type Account = v.InferOutput<typeof accountSchema>

/** `required`: it is off, and until it is on its owner reaches their own account only. */
const secondFactorStates = ['on', 'off', 'required'] as const

/** `GET /api/auth/get-session`: null for whoever is not signed in. */
export const sessionViewSchema = v.nullable(
  v.strictObject({ user: accountSchema, secondFactor: v.picklist(secondFactorStates) }),
)
export type SessionView = v.InferOutput<typeof sessionViewSchema>

/** After a right password: signed in, or the second factor is asked. */
export const signInViewSchema = v.variant('step', [
  v.strictObject({ step: v.literal('signed_in'), user: accountSchema }),
  v.strictObject({ step: v.literal('second_factor') }),
])
export type SignInView = v.InferOutput<typeof signInViewSchema>

const token = v.pipe(
  v.string(fieldCode('wrong_type')),
  v.minLength(1, fieldCode('required')),
  v.maxLength(100, fieldCode('too_long')),
)

/** `POST /api/auth/invitations/look-up`: the token travels in the body, so that no log holds it. */
export const invitationLookupSchema = v.strictObject({ token }, fieldCode('unknown_key'))

/** `join` makes an account, `reset` gives an old one a new password. */
export const invitationViewSchema = v.strictObject({
  purpose: v.picklist(['join', 'reset']),
  name: v.string(),
  email: v.string(),
  role: v.picklist(officeRoles),
  expiresAt: timeSchema,
})
export type InvitationView = v.InferOutput<typeof invitationViewSchema>

/** `POST /api/auth/invitations/accept` */
export const invitationAnswerSchema = v.strictObject(
  { token, password: newPasswordSchema },
  fieldCode('unknown_key'),
)
export type InvitationAnswer = v.InferOutput<typeof invitationAnswerSchema>
