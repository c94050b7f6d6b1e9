import * as v from 'valibot'
import { type FieldCode, fieldCode } from './errors'
import { receiptLookupSchema } from './receipts'

/** What stands, in the tables and in every list and export, where a comment's own words were. */
export const erasedText = '〔内容已应提交人要求删除〕'

/** An erasure is asked for in so many words. */
const confirmed = (code: FieldCode) => ({ confirm: v.literal(true, fieldCode(code)) })

/** `POST /api/receipts/erase` */
export const erasureSchema = v.strictObject(
  { ...receiptLookupSchema.entries, ...confirmed('erasure_unconfirmed') },
  fieldCode('unknown_key'),
)
export type Erasure = v.InferOutput<typeof erasureSchema>

/** `POST /api/own-account/erase`; empty where the account has no password: the sign-in then has to be a fresh one. */
export const accountErasureSchema = v.strictObject(
  {
    password: v.pipe(v.string(fieldCode('wrong_type')), v.maxLength(200, fieldCode('too_long'))),
    ...confirmed('account_unconfirmed'),
  },
  fieldCode('unknown_key'),
)
export type AccountErasure = v.InferOutput<typeof accountErasureSchema>

/** `POST /api/own-account/erase` */
export const accountErasedSchema = v.strictObject({ isErased: v.literal(true) })
