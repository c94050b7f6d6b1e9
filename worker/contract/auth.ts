import * as v from 'valibot'
import { fieldCode } from './errors'
import { roles } from './words'

/** `POST /api/auth/sign-in/email` */
export const signInSchema = v.strictObject(
  {
    email: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.maxLength(200, fieldCode('too_long')),
      v.trim(),
      v.toLowerCase(),
      v.minLength(1, fieldCode('required')),
    ),
    password: v.pipe(
      v.string(fieldCode('wrong_type')),
      v.minLength(1, fieldCode('required')),
      v.maxLength(200, fieldCode('too_long')),
    ),
  },
  fieldCode('unknown_key'),
)
export type SignIn = v.InferOutput<typeof signInSchema>

/** `GET /api/auth/get-session`: null for whoever is not signed in. */
export const sessionViewSchema = v.nullable(
  v.strictObject({
    user: v.strictObject({ id: v.string(), name: v.string(), email: v.string(), role: v.picklist(roles) }),
  }),
)
export type SessionView = v.InferOutput<typeof sessionViewSchema>
