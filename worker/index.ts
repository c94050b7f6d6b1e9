import { createApp } from './app'
import { openDatabase } from './db/client'
import { ConfigError, type Env, readConfig } from './env'
import { keysFrom } from './keys'
import { deleteExpiredContacts } from './services/receipts/delete-expired-contacts'

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
let app: ReturnType<typeof createApp> | undefined

const deskOf = (_env: Env) => ({
  stir: async () => {},
  connect: async () => new Response(null, { status: 426 }),
})

function appFor(env: Env) {
  const config = readConfig(env)
  return createApp({
    config,
    limits: env,
    assets: env.ASSETS,
    openDatabase: () => openDatabase(config.database),
    now: () => new Date(),
    desk: deskOf(env),
    random,
    log: (entry) => console.log(JSON.stringify(entry)),
  })
}

export default {
  fetch(request: Request, env: Env): Response | Promise<Response> {
    try {
      app ??= appFor(env)
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      console.error(error.message)
      return Response.json(
        {
          error: {
            code: 'misconfigured',
            message:
              '服务尚未配置完成，暂时无法使用。 The service is not fully configured and cannot be used yet.',
            requestId: crypto.randomUUID(),
          },
        },
        { status: 503 },
      )
    }
    return app.fetch(request)
  },

  /** Once a day: what the notices beside the forms promise. */
  async scheduled(_event: unknown, env: Env): Promise<void> {
    const config = readConfig(env)
    await deleteExpiredContacts({
      db: openDatabase(config.database),
      actor: { kind: 'system' },
      now: new Date(),
      requestId: crypto.randomUUID(),
      random,
      keyFor: keysFrom(config.secret),
      isLoadTest: false,
      stir: () => {},
    })
  },
}
