import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Log, LogLevel, Miniflare, type MiniflareOptions } from 'miniflare'
import { readBindings } from './bindings'
import { built } from './folders'
import { findOwnedProcesses, isAlive, ownerVariable } from './processes'
import { Refusal } from './refusal'
import { readInspector } from './settings'
import { keepSignals } from './signals'

export interface ServeOptions {
  port: number
  owner: string
  /** The folder in which attached files lie. */
  files: string
  vars: Record<string, string>
  onLost: () => void
}

export interface Served {
  address: string
  reload(): Promise<void>
  /** Does now what the cron does. */
  run(cron: string): Promise<void>
  stop(): Promise<void>
}

interface ScheduledWorker {
  scheduled(event: { cron: string }): Promise<unknown>
}

const host = '127.0.0.1'
const minute = 60_000
const day = 24 * 60 * minute
const everyMinute = '* * * * *'
export const daily = '17 19 * * *'

/** Serves the built Worker in workerd, its assets from a second worker, as wrangler.toml binds them. */
export async function serve({ port, owner, files, vars, onLost }: ServeOptions): Promise<Served> {
  Object.assign(process.env, {
    CLOUDFLARE_CF_FETCH_ENABLED: 'false',
    WRANGLER_SEND_METRICS: 'false',
  })
  process.env[ownerVariable] = owner
  const miniflare = await keepSignals(() => new Miniflare(describe(port, files, vars)))
  await untilReady(miniflare)
  const url = await miniflare.unsafeGetDirectURL('yanlu')
  let lookout = watchOver(owner, onLost)
  const run = async (cron: string) => {
    const worker = (await miniflare.getWorker('yanlu')) as unknown as ScheduledWorker
    await worker.scheduled({ cron })
  }
  const clocks = keepTime(run)
  return {
    address: url.origin,
    run,
    reload: async () => {
      clearInterval(lookout)
      await miniflare.setOptions(describe(Number(url.port), files, vars))
      lookout = watchOver(owner, onLost)
    },
    stop: async () => {
      for (const clock of clocks) clearInterval(clock)
      clearInterval(lookout)
      await miniflare.dispose()
    },
  }
}

async function untilReady(miniflare: Miniflare): Promise<void> {
  try {
    await miniflare.ready
  } catch (error) {
    await miniflare.dispose().catch(() => {})
    throw new Refusal(
      `Worker 没有启动：${(error as Error).message}`,
      'The Worker did not start; what workerd said is above.',
    )
  }
}

/** Does what the crons do for a deployment, the minute's at once too: workerd by itself keeps no schedule. */
function keepTime(run: Served['run']): NodeJS.Timeout[] {
  const tick = (cron: string) => void run(cron).catch((error: unknown) => console.error(error))
  tick(everyMinute)
  return [setInterval(tick, minute, everyMinute).unref(), setInterval(tick, day, daily).unref()]
}

function watchOver(owner: string, onLost: () => void): NodeJS.Timeout {
  const workerd = findOwnedProcesses(owner).find(({ command }) => command.includes('/workerd '))
  const lookout = setInterval(() => {
    if (workerd && isAlive(workerd.pid)) return
    clearInterval(lookout)
    onLost()
  }, 1000)
  return lookout.unref()
}

function describe(port: number, files: string, vars: Record<string, string>): MiniflareOptions {
  const { assets, modulesRules: _, ...bindings } = readBindings()
  return {
    host,
    ...readInspector(process.env),
    cf: false,
    r2Persist: files,
    stripCfConnectingIp: false,
    log: new Log(LogLevel.WARN),
    workers: [
      {
        ...bindings,
        name: 'yanlu',
        rootPath: built.worker,
        modulesRoot: built.worker,
        modules: listModules(),
        bindings: { ...bindings.bindings, ...vars },
        serviceBindings: { ...bindings.serviceBindings, ASSETS: 'assets' },
        unsafeDirectSockets: [{ host, port }],
      },
      {
        name: 'assets',
        compatibilityDate: bindings.compatibilityDate,
        modules: true,
        script: 'export default { fetch: () => new Response(null, { status: 404 }) }',
        assets,
      },
    ],
  } as MiniflareOptions
}

function listModules() {
  const files = readdirSync(built.worker, {
    recursive: true,
    encoding: 'utf8',
  })
  const scripts = files.filter((file) => file.endsWith('.js') && file !== 'index.js')
  return ['index.js', ...scripts].map((file) => ({
    type: 'ESModule' as const,
    path: join(built.worker, file),
  }))
}
