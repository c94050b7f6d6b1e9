import type { ErrorCode } from '../../contract/errors'

/** What any act of an administrator can meet. */
export const refusals: ErrorCode[] = [
  'bad_json',
  'unsupported_media_type',
  'unauthenticated',
  'forbidden',
  'second_factor_required',
  'wrong_origin',
  'invalid_input',
]
