import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ErrorBody, errorStatus } from '../contract/errors'
import { domainWords } from '../contract/locales'
import type { Language } from '../contract/words'
import { isUnreachable } from '../db/client'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { show } from '../pages/show'

/** The one translator of errors, as JSON or as a page: a refusal gets its status and sentence, anything else a fixed one. */
export function onError(error: unknown, c: Context<HonoEnv>): Response | Promise<Response> {
  const refusal = toAppError(error)
  if (errorStatus[refusal.code] >= 500)
    c.var.deps.log({ requestId: c.var.ctx.requestId, error: describe(error), path: c.req.path })
  const status = errorStatus[refusal.code] as ContentfulStatusCode
  const { requestId } = c.var.ctx
  return c.req.path.startsWith('/api/')
    ? c.json(errorBody(refusal, c.var.language, requestId), status)
    : show(c, { view: 'error', code: refusal.code, requestId, replacedBy: refusal.more.replacedBy }, status)
}

export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof HTTPException && error.status === 400) return new AppError('bad_json')
  return new AppError(isUnreachable(error) ? 'database_unavailable' : 'internal')
}

export function errorBody({ code, more }: AppError, language: Language, requestId: string): ErrorBody {
  const words = domainWords[language]
  const fields = more.fields && fieldSentences(more.fields, language)
  return {
    error: {
      code,
      message: more.detail?.[language] ?? words.errors[code],
      ...(fields && { fields }),
      ...(more.decided && { decided: more.decided }),
      ...(more.replacedBy && { replacedBy: more.replacedBy }),
      requestId,
    },
  }
}

export function fieldSentences(
  fields: NonNullable<AppError['more']['fields']>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, code]) => [field, domainWords[language].fields[code]]),
  )
}

/** For the operator's log: names and codes of the chain of causes, without the SQL and the values in messages. */
function describe(error: unknown): string {
  const names: string[] = []
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = 'code' in cause ? ` ${String(cause.code)}` : ''
    const where = cause.stack?.split('\n').find((line) => line.trim().startsWith('at ')) ?? ''
    names.push(`${cause.name}${code} ${where.trim()}`)
  }
  return names.join(' < ') || typeof error
}
