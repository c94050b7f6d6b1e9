import type { Context } from 'hono'
import * as v from 'valibot'
import type { ErrorCode, FieldCode } from '../contract/errors'
import { errorStatus } from '../contract/errors'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { fieldsOf } from '../middleware/validate'

/** Input of an address: anything wrong with it is `not_found`, for the address then names nothing. */
export function readAddress<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input)
  if (!result.success) throw new AppError('not_found')
  return result.output
}

/** The text fields of a form, without its files; one that cannot be taken apart is `invalid_input`. */
export async function readFields(c: Context<HonoEnv>): Promise<Record<string, string>> {
  return c.var.kept ?? textsOf(await readBody(c))
}

/** The same with the file that was chosen, if one was. */
export async function readFieldsAndFile(
  c: Context<HonoEnv>,
  name: string,
): Promise<{ fields: Record<string, string>; file: File | null }> {
  const body = await readBody(c)
  const file = body[name]
  return { fields: c.var.kept ?? textsOf(body), file: file instanceof File && file.name ? file : null }
}

type Body = Record<string, string | File>

async function readBody(c: Context<HonoEnv>): Promise<Body> {
  try {
    return await c.req.parseBody()
  } catch (error) {
    throw error instanceof TypeError ? new AppError('invalid_input') : error
  }
}

function textsOf(body: Body): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Input of a form: what is wrong is said at each field, by the last part of its path. */
export function readForm<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  named?: NameField,
): { ok: true; output: v.InferOutput<Schema> } | { ok: false; fields: Record<string, FieldCode> } {
  const result = v.safeParse(schema, input)
  return result.success
    ? { ok: true, output: result.output }
    : { ok: false, fields: byFieldName(fieldsOf(result.issues as never), named) }
}

/** The field that a path is asked by, where the last part of the path does not name it. */
export type NameField = (path: string) => string | null

export function byFieldName(
  fields: Record<string, FieldCode>,
  named: NameField = () => null,
): Record<string, FieldCode> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, code]) => [named(path) ?? path.split('.').at(-1) ?? path, code]),
  )
}

/** A refusal that the form itself can show, as against one that is a page of its own. */
export function isShownInForm(error: unknown): error is AppError & { code: ErrorCode } {
  return error instanceof AppError && error.code !== 'not_found' && errorStatus[error.code] < 500
}

/** A filter form without scripts sends its empty choices too. */
export function withoutEmpty(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
