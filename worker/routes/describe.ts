import { describeRoute, resolver } from 'hono-openapi'
import type { GenericSchema } from 'valibot'
import { type ErrorCode, errorBodySchema, errorStatus } from '../contract/errors'

interface Description {
  summary: string
  /** The answer when all is well: JSON of this schema, a file of this media type, or another protocol. */
  ok: { schema: GenericSchema; status?: 200 | 201 } | { file: string } | { upgrade: string }
  errors?: ErrorCode[]
}

/** A route's entry in the OpenAPI document; `internal` and `database_unavailable` go without saying. */
export function describe({ summary, ok, errors = [] }: Description) {
  const success = describeSuccess(ok)
  const codesOf = new Map<number, ErrorCode[]>()
  for (const code of errors) codesOf.set(errorStatus[code], [...(codesOf.get(errorStatus[code]) ?? []), code])
  const refusals = [...codesOf].map(([status, codes]) => [
    status,
    {
      description: codes.join(', '),
      content: { 'application/json': { schema: resolver(errorBodySchema, { errorMode: 'ignore' }) } },
    },
  ])
  return describeRoute({ summary, responses: { ...success, ...Object.fromEntries(refusals) } })
}

function describeSuccess(ok: Description['ok']) {
  if ('upgrade' in ok) return { 101: { description: ok.upgrade } }
  if ('file' in ok) return { 200: { description: 'OK', content: { [ok.file]: {} } } }
  const schema = resolver(ok.schema, { errorMode: 'ignore' })
  return { [ok.status ?? 200]: { description: 'OK', content: { 'application/json': { schema } } } }
}
