import * as v from 'valibot'

/** Every refusal the API knows, with its HTTP status. The sentences are in `locales/`. */
export const errorStatus = {
  bad_json: 400,
  invalid_cursor: 400,
  unsupported_media_type: 415,
  body_too_large: 413,
  invalid_input: 422,
  unauthenticated: 401,
  sign_in_failed: 401,
  second_factor_failed: 401,
  second_factor_expired: 401,
  forbidden: 403,
  account_disabled: 403,
  second_factor_required: 403,
  wrong_origin: 403,
  proof_required: 403,
  proof_invalid: 403,
  proof_used: 409,
  not_found: 404,
  receipt_not_found: 404,
  invitation_invalid: 404,
  method_not_allowed: 405,
  consultation_not_open: 409,
  consultation_closed: 409,
  already_decided: 409,
  revision_changed: 409,
  held_by_other: 409,
  already_effective: 409,
  act_not_allowed: 409,
  colleague_required: 409,
  not_appealable: 409,
  not_resubmittable: 409,
  banned_words_full: 409,
  upgrade_required: 426,
  account_changed: 409,
  last_admin: 409,
  own_account: 409,
  rate_limited: 429,
  second_factor_locked: 429,
  internal: 500,
  misconfigured: 503,
  database_unavailable: 503,
} as const
export type ErrorCode = keyof typeof errorStatus

/** What a field check can find; each has a sentence in both languages. */
export const fieldCodes = [
  'required',
  'wrong_type',
  'unknown_key',
  'too_long',
  'password_too_short',
  'word_too_short',
  'not_a_choice',
  'uscc_malformed',
  'uscc_check_failed',
  'contact_malformed',
  'key_malformed',
  'clause_unknown',
  'parent_unknown',
  'too_deep',
  'reason_required',
  'reason_unknown',
  'note_required',
  'redaction_required',
  'redaction_misplaced',
  'colleague_unknown',
  'email_malformed',
  'email_taken',
  'password_wrong',
  'code_wrong',
  'number_out_of_range',
  'date_malformed',
  'date_range_reversed',
  'date_past',
  'consent_required',
] as const
export type FieldCode = (typeof fieldCodes)[number]

/** Names a field code as a schema's message, checked by the compiler. */
export const fieldCode = (code: FieldCode): FieldCode => code

/** Every answer that is not a success. `fields` has a sentence for each field that was refused. */
export const errorBodySchema = v.strictObject({
  error: v.strictObject({
    code: v.picklist(Object.keys(errorStatus) as ErrorCode[]),
    message: v.string(),
    fields: v.exactOptional(v.record(v.string(), v.string())),
    requestId: v.string(),
  }),
})
export type ErrorBody = v.InferOutput<typeof errorBodySchema>
