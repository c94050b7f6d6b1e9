import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { getPath } from 'hono/utils/url'
import { readAddressOf } from '../contract/addresses'
import { isLanguage, type Language } from '../contract/words'
import type { AppDeps, HonoEnv } from '../hono-env'
import { keysFrom } from '../keys'

/** Gives each request its id, clock, language and a database of its own; a deployment also logs a line about it. */
export const requestContext = (deps: AppDeps) =>
  createMiddleware<HonoEnv>(async (c, next) => {
    const requestId = crypto.randomUUID()
    const now = deps.now()
    c.set('deps', deps)
    c.set('language', chooseLanguage(getCookie(c, 'language'), c.req.header('accept-language')))
    c.set('ctx', {
      db: deps.openDatabase(),
      actor: { kind: 'participant' },
      consultation: readAddressOf(getPath(c.req.raw)).consultation,
      now,
      requestId,
      files: deps.files,
      random: deps.random,
      keyFor: keysFrom(deps.config.secret),
      isLoadTest: deps.config.isLoadTest,
      stir: () => keepAlive(c, deps.desk.stir()),
    })
    await next()
    c.header('x-request-id', requestId)
    if (!deps.config.isLocal)
      deps.log({
        requestId,
        method: c.req.method,
        path: c.req.path,
        status: c.res.status,
        ms: deps.now().getTime() - now.getTime(),
      })
  })

/** Lets a promise outlive the answer; outside workerd it does so by itself. */
export function keepAlive(c: Context<HonoEnv>, promise: Promise<void>): void {
  const settled = promise.catch((error: unknown) => console.error(error))
  try {
    c.executionCtx.waitUntil(settled)
  } catch {
    // There is no execution context in Node.
  }
}

/** The reader's own choice, else English if the browser puts it before Chinese, else Chinese. */
export function chooseLanguage(cookie: string | undefined, accepted: string | undefined): Language {
  if (isLanguage(cookie)) return cookie
  const first = accepted
    ?.split(',')
    .map((entry) => entry.trim().slice(0, 2).toLowerCase())
    .find(isLanguage)
  return first ?? 'zh'
}
