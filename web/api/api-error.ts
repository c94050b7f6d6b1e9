import type { Decided, ErrorCode } from '../../worker/contract/errors'
import { t, words } from '../locales/desk'

/** What the network can do to a request before any answer of the API. */
export type TransportCode = 'offline' | 'no_answer'

/** A refusal or a failure, with a sentence fit to be shown as it is. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | TransportCode,
    message: string,
    readonly fields: Record<string, string> = {},
    /** Who was faster, where somebody was. */
    readonly decided: Decided | null = null,
  ) {
    super(message)
    this.name = 'ApiError'
  }

  get sentences(): string[] {
    const found = Object.values(this.fields)
    return found.length > 0 ? found : [this.message]
  }
}

/** The server's own words say more than the code's sentence: who decided, when and what; who has it in hand. */
const detailed: readonly ErrorCode[] = [
  'already_decided',
  'held_by_other',
  'revision_changed',
  'disposition_changed',
  'response_changed',
  'case_closed',
]

const codeByStatus: Partial<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'body_too_large',
  429: 'rate_limited',
  503: 'database_unavailable',
}

export function transportError(code: TransportCode): ApiError {
  return new ApiError(code, t.transport[code])
}

export function refusal(status: number, body: unknown): ApiError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {}
  const code = isErrorCode(error.code) ? error.code : (codeByStatus[status] ?? 'internal')
  const message =
    detailed.includes(code) && typeof error.message === 'string' ? error.message : words.errors[code]
  const fields = isSentences(error.fields) ? error.fields : {}
  return new ApiError(code, message, fields, isDecided(error.decided) ? error.decided : null)
}

/** Whatever was thrown, as something that can be shown. */
export function asApiError(thrown: unknown): ApiError {
  return thrown instanceof ApiError ? thrown : new ApiError('internal', words.errors.internal)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(words.errors, value)
}

function isSentences(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((sentence) => typeof sentence === 'string')
}

function isDecided(value: unknown): value is Decided {
  return isRecord(value) && typeof value.by === 'string' && 'decision' in value
}
