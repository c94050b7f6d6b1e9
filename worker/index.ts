import { createApp } from './app'
import { openDatabase } from './db/client'
import { ConfigError, type Env, readConfig } from './env'
import type { AppDeps } from './hono-env'
import { runDailyWork } from './services/schedule/run-daily-work'
import { random, systemContextOf } from './system-context'

export { DeskRoom } from './desk-room'

let app: ReturnType<typeof createApp> | undefined

function appFor(env: Env) {
  const config = readConfig(env)
  return createApp({
    config,
    limits: env,
    assets: env.ASSETS,
    files: env.FILES ?? null,
    openDatabase: () => openDatabase(config.database),
    desk: deskOf(env),
    now: () => new Date(),
    random,
    log: (entry) => console.log(JSON.stringify(entry)),
  })
}

function deskOf({ DESK_ROOM }: Env): AppDeps['desk'] {
  const room = () => DESK_ROOM.get(DESK_ROOM.idFromName('desk'))
  return {
    stir: async () => void (await room().fetch(new Request('https://desk/stir'))),
    work: async () => void (await room().fetch(new Request('https://desk/work'))),
    connect: (request) => room().fetch(request),
  }
}

export default {
  fetch(request: Request, env: Env, execution: unknown): Response | Promise<Response> {
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
    return app.fetch(request, env, execution as Parameters<typeof app.fetch>[2])
  },

  /** Every minute whatever is due; once a day also what the notices beside the forms promise. */
  async scheduled({ cron }: { cron: string }, env: Env): Promise<void> {
    await deskOf(env).work()
    if (cron !== everyMinute) await runDailyWork(systemContextOf(env))
  },
}

const everyMinute = '* * * * *'
