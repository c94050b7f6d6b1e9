import { describeRoute, resolver } from 'hono-openapi'
import type { GenericSchema } from 'valibot'
import { type ErrorCode, errorBodySchema, errorStatus } from '../contract/errors'

interface Description {
  summary: string
  /** The answer when all is well: JSON of this schema, or a file of this media type. */
  ok: { schema: GenericSchema; status?: 200 | 201 } | { file: string }
  errors?: ErrorCode[]
}

/** A route's entry in the OpenAPI document; `internal` and `database_unavailable` go without saying. */
export function describe({ summary, ok, errors = [] }: Description) {
  const success =
    'file' in ok
      ? { 200: { description: 'OK', content: { [ok.file]: {} } } }
      : {
          [ok.status ?? 200]: {
            description: 'OK',
            content: { 'application/json': { schema: resolver(ok.schema, { errorMode: 'ignore' }) } },
          },
        }
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
