import * as v from 'valibot'
import { emailSchema, newPasswordSchema, passwordSchema } from './auth'
import { fieldCode } from './errors'
import { requiredLine, whole } from './fields'
import { limits } from './limits'

/** An address that mail can go to. */
export const mailableSchema = v.pipe(emailSchema, v.email(fieldCode('email_malformed')))

/** The form at `/account/sign-up`. */
export const signUpSchema = v.strictObject(
  {
    name: requiredLine(limits.displayName),
    email: mailableSchema,
    password: newPasswordSchema,
    /** Of the privacy notice, as shown. */
    noticeVersion: v.optional(whole),
  },
  fieldCode('unknown_key'),
)
export type SignUp = v.InferOutput<typeof signUpSchema>

/** The form at `/account/sign-in`. */
export const participantSignInSchema = v.strictObject(
  { email: emailSchema, password: passwordSchema },
  fieldCode('unknown_key'),
)

/** The form at `/account/password`. */
export const passwordLinkSchema = v.strictObject({ email: mailableSchema }, fieldCode('unknown_key'))

/** The form behind a link to a new password. */
export const newPasswordFormSchema = v.strictObject({ password: newPasswordSchema }, fieldCode('unknown_key'))

export const ownNameSchema = v.strictObject(
  { name: requiredLine(limits.displayName) },
  fieldCode('unknown_key'),
)

/** What somebody sees of their own account at `/account`. */
export interface ParticipantAccount {
  id: string
  name: string
  /** Null where the provincial sign-on named none. */
  email: string | null
  isEmailConfirmed: boolean
  hasPassword: boolean
  hasSignOn: boolean
  joinedAt: string
  /** A version of the privacy notice that they have not been told of. */
  noticeToRead: number | null
}
