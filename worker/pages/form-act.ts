import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { GenericSchema, InferOutput } from 'valibot'
import type { Refused } from '../../web/page'
import { errorStatus } from '../contract/errors'
import type { HonoEnv } from '../hono-env'
import { fieldSentences } from '../middleware/on-error'
import { byFieldName, isShownInForm, type NameField, readForm } from './read-input'

export const nothingWrong: Refused = { errors: {}, refusal: null }
const signedInAgain: Refused = { errors: {}, refusal: 'signed_in_again' }

/** Does the act of a form; what speaks against it is for the form to show, null once it is done. */
export async function attemptForm<Schema extends GenericSchema>(
  c: Context<HonoEnv>,
  schema: Schema,
  fields: unknown,
  act: (input: InferOutput<Schema>) => Promise<unknown>,
  named?: NameField,
): Promise<Refused | null> {
  if (c.var.kept) return signedInAgain
  const input = readForm(schema, fields, named)
  if (!input.ok) return { errors: fieldSentences(input.fields, c.var.language), refusal: null }
  return attempt(c, () => act(input.output), named)
}

/** The same for a form without fields to check. */
export async function attempt(
  c: Context<HonoEnv>,
  act: () => Promise<unknown>,
  named?: NameField,
): Promise<Refused | null> {
  if (c.var.kept) return signedInAgain
  try {
    await act()
    return null
  } catch (error) {
    if (!isShownInForm(error)) throw error
    if (error.more.fields)
      return { errors: fieldSentences(byFieldName(error.more.fields, named), c.var.language), refusal: null }
    return { errors: {}, refusal: error.code }
  }
}

export const statusOf = ({ refusal }: Refused): ContentfulStatusCode =>
  errorStatus[refusal ?? 'invalid_input'] as ContentfulStatusCode

export const isRefused = ({ errors, refusal }: Refused): boolean =>
  refusal !== null || Object.keys(errors).length > 0

/** The fields of these names alone: a form may carry others, for its buttons. */
export function pick<Name extends string>(
  fields: Record<string, string>,
  ...names: Name[]
): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? ''])) as Record<Name, string>
}

/** The version of the privacy notice that a form was drawn with, as the API takes it. */
export const noticeSent = ({ noticeVersion }: { noticeVersion: string }) =>
  /^[1-9]\d{0,8}$/.test(noticeVersion) ? { noticeVersion: Number(noticeVersion) } : {}
