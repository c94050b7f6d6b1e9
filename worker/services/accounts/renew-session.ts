import type { ServiceContext } from '../../context'
import type { Visit } from './ask-auth'

/** Gives a session its full time again; answers the cookies that tell the browser. */
export async function renewSession(ctx: ServiceContext, visit: Visit): Promise<string[]> {
  const { createAuth } = await import('./auth')
  const { headers } = await createAuth(ctx, visit).api.getSession({
    headers: new Headers({ cookie: visit.cookie }),
    returnHeaders: true,
  })
  return headers.getSetCookie()
}
