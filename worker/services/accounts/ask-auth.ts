import type { ServiceContext } from '../../context'
import { AppError, invalidField } from '../../errors'
import type { AuthPlace } from './auth'

/** What better-auth is to know of a request besides its input. */
export interface Visit extends AuthPlace {
  cookie: string
  userAgent: string
}

interface AuthAnswer<Body> {
  status: number
  body: Body & { code?: string }
  /** For the browser, as `set-cookie` has them. */
  cookies: string[]
}

/** Asks one of better-auth's routes. Whether the request came from this site is checked before, for all routes. */
export async function askAuth<Body>(
  ctx: ServiceContext,
  visit: Visit,
  path: string,
  input: Record<string, unknown>,
): Promise<AuthAnswer<Body>> {
  const { createAuth } = await import('./auth')
  const { origin, cookie, userAgent } = visit
  const answer = await createAuth(ctx, visit).handler(
    new Request(`${origin}/api/auth/${path}`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', cookie, 'user-agent': userAgent },
      body: JSON.stringify(input),
    }),
  )
  return {
    status: answer.status,
    body: (await answer.json().catch(() => ({}))) ?? {},
    cookies: answer.headers.getSetCookie(),
  }
}

/** Passes a success on and puts a refusal into the product's own words. */
export function assertAgreed<Body>({
  status,
  body,
  cookies,
}: AuthAnswer<Body>): Pick<AuthAnswer<Body>, 'body' | 'cookies'> {
  if (status === 200) return { body, cookies }
  const { code } = body
  if (code === 'ACCOUNT_DISABLED') throw new AppError('account_disabled')
  if (code === 'PARTICIPANT_ACCOUNT') throw new AppError('participant_account')
  if (code === 'DESK_ACCOUNT') throw new AppError('desk_account')
  if (code === 'EMAIL_UNCONFIRMED') throw new AppError('email_unconfirmed')
  if (code === 'INVALID_PASSWORD') throw invalidField('password', 'password_wrong')
  if (code === 'TOTP_ALREADY_ENABLED' || code === 'TOTP_NOT_ENABLED' || code === 'TWO_FACTOR_NOT_ENABLED')
    throw new AppError('account_changed')
  throw new Error(`better-auth answered ${status} ${code}`)
}
