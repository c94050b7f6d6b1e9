import type { ValidationTargets } from 'hono'
import { validator } from 'hono-openapi'
import type { GenericSchema } from 'valibot'
import { type FieldCode, fieldCodes } from '../contract/errors'
import { AppError } from '../errors'

interface Issue {
  message: string
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined
  expected?: string | null
}

/** Checks one part of a request against a schema of the contract, which also describes it in the OpenAPI document. */
export const validate = <Schema extends GenericSchema, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) =>
  validator(
    target,
    schema,
    (result) => {
      if (!result.success) throw new AppError('invalid_input', { fields: fieldsOf(result.error as Issue[]) })
    },
    { errorMode: 'ignore' } as never,
  )

/** The first finding per field, by its dotted path: `participant.uscc`. */
export function fieldsOf(issues: readonly Issue[]): Record<string, FieldCode> {
  const fields: Record<string, FieldCode> = {}
  for (const issue of issues) {
    const path = (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.')
    if (path) fields[path] ??= codeOf(issue)
  }
  return fields
}

/** A strict object reports a missing key and a surplus one alike; what it expected tells them apart. */
function codeOf({ message, expected }: Issue): FieldCode {
  if (message === 'unknown_key' && expected !== 'never')
    return expected === 'Object' ? 'wrong_type' : 'required'
  return fieldCodes.find((code) => code === message) ?? 'wrong_type'
}
