import * as v from 'valibot'
import { expect } from 'vitest'
import { type ErrorBody, errorBodySchema, errorStatus } from '../../worker/contract/errors'
import { viewSchemaOf } from './view-schemas'

/** Holds every JSON answer of the API against the contract: a success against its route's view, the rest against the envelope. */
export async function checkAnswer(method: string, path: string, answer: Response): Promise<void> {
  if (!path.startsWith('/api/')) return
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false
  if (!answer.ok) {
    expect(isJson, `${method} ${path} refuses in JSON`).toBe(true)
    const body = v.parse(errorBodySchema, await answer.clone().json())
    expect(answer.status, body.error.code).toBe(errorStatus[body.error.code])
    expect(body.error.message).toMatch(/[。.？?！!]$/)
    expect(answer.headers.get('x-request-id')).toBe(body.error.requestId)
  } else if (isJson) {
    const schema = viewSchemaOf(method, path)
    if (!schema) throw new Error(`no view schema for ${method} ${path}`)
    const { issues } = v.safeParse(schema, await answer.clone().json())
    const found = issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`) ?? []
    expect(found, `${method} ${path} keeps to the contract`).toEqual([])
  }
}

/** The body of a success. */
export async function bodyOf<View>(answer: Response): Promise<View> {
  const body = (await answer.json()) as View | ErrorBody
  expect(answer.ok, JSON.stringify(body)).toBe(true)
  return body as View
}

/** What a refusal says. */
export async function errorOf(answer: Response): Promise<ErrorBody['error']> {
  const body = (await answer.json()) as ErrorBody
  expect(answer.ok, JSON.stringify(body)).toBe(false)
  return body.error
}
