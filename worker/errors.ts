import type { Decided, ErrorCode, FieldCode } from './contract/errors'

/** A refusal that a person is to understand: its code names a fact; `detail` is a sentence that replaces the standard one. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly more: {
      fields?: Record<string, FieldCode>
      detail?: { zh: string; en: string }
      decided?: Decided
      replacedBy?: string
    } = {},
  ) {
    super(code)
    this.name = 'AppError'
  }
}

/** `invalid_input` for one field. */
export function invalidField(field: string, code: FieldCode): AppError {
  return new AppError('invalid_input', { fields: { [field]: code } })
}
