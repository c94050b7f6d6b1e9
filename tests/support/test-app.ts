import { sql } from 'drizzle-orm'
import { afterAll } from 'vitest'
import { createApp } from '../../worker/app'
import type { Actor, ServiceContext } from '../../worker/context'
import { type Database, openDatabase } from '../../worker/db/client'
import type { Config } from '../../worker/env'
import type { AppDeps } from '../../worker/hono-env'
import { checkAnswer } from './answers'
import { Chance } from './chance'
import { Clock } from './clock'
import { FileShelf } from './file-shelf'
import { rememberKeys } from './known-keys'
import { RateLimits } from './rate-limits'
import { startDatabase } from './sqld'

rememberKeys()

export interface RequestOptions {
  /** The `cookie` header, as `signIn` gives it. */
  as?: string
  headers?: Record<string, string>
}

/** The app in Node on a migrated, empty database of its own, with clock, chance and limits in the test's hands. */
export interface TestApp {
  app: ReturnType<typeof createApp>
  db: Database
  /** Of the database server. */
  url: string
  clock: Clock
  chance: Chance
  limits: RateLimits
  files: FileShelf
  logs: Record<string, unknown>[]
  context(actor?: Actor): ServiceContext
  /** Sends a request as it is; the answer is held against the contract. */
  request(path: string, init?: RequestInit): Promise<Response>
  get(path: string, options?: RequestOptions): Promise<Response>
  /** Sends JSON. */
  post(path: string, body: unknown, options?: RequestOptions): Promise<Response>
  /** Sends a form as a browser without scripts does. */
  submit(path: string, fields: Record<string, string>, options?: RequestOptions): Promise<Response>
  rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]>
}

export async function startTestApp(
  changed: Partial<Omit<AppDeps, 'config'>> & { config?: Partial<Config> } = {},
): Promise<TestApp> {
  const server = await startDatabase()
  const clock = new Clock()
  const chance = new Chance()
  const limits = new RateLimits()
  const logs: Record<string, unknown>[] = []
  const files = new FileShelf()
  const db = openDatabase({ url: server.url })
  const config: Config = {
    database: { url: server.url, authToken: undefined },
    secret: 'a secret for tests, thirty-two characters or more',
    clientAddressHeader: 'x-test-address',
    publicOrigin: undefined,
    mail: null,
    signOn: null,
    requiresSecondFactor: false,
    isLocal: false,
    isLoadTest: false,
    ...changed.config,
  }
  const app = createApp({
    limits: limits.bindings,
    files,
    assets: { fetch: async () => new Response(null, { status: 404 }) },
    openDatabase: () => openDatabase({ url: server.url }),
    desk: {
      stir: async () => {},
      work: async () => {},
      connect: async () => new Response(null, { status: 426 }),
    },
    now: clock.now,
    random: chance.random,
    log: (entry) => logs.push(entry),
    ...changed,
    config,
  })
  afterAll(() => server.stop())

  const request: TestApp['request'] = async (path, init = {}) => {
    const answer = await app.request(path, init)
    await checkAnswer(init.method ?? 'GET', new URL(path, 'http://localhost').pathname, answer)
    return answer
  }
  const headersOf = ({ as, headers }: RequestOptions) => ({
    ...(as && { cookie: as }),
    ...headers,
  })
  return {
    app,
    db,
    url: server.url,
    clock,
    chance,
    limits,
    files,
    logs,
    request,
    context: (actor = { kind: 'system' }) => ({
      db,
      actor,
      consultation: null,
      now: clock.now(),
      requestId: 'from a test',
      files,
      random: chance.random,
      keyFor: (purpose) => `${purpose}:${config.secret}`,
      isLoadTest: false,
      stir: () => {},
    }),
    get: (path, options = {}) => request(path, { headers: headersOf(options) }),
    post: (path, body, options = {}) =>
      request(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headersOf(options) },
      }),
    submit: (path, fields, options = {}) =>
      request(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: headersOf(options),
      }),
    rows: (query) => db.all(query),
  }
}

/** How many rows each table holds, to show that a refusal left none behind. */
export async function countRows(app: TestApp): Promise<Record<string, number>> {
  const counts = countings.get(app) ?? (await prepareCounting(app))
  countings.set(app, counts)
  const found = await app.rows<{ name: string; count: number }>(sql.raw(counts))
  return Object.fromEntries(found.map(({ name, count }) => [name, count]))
}

const countings = new WeakMap<TestApp, string>()

async function prepareCounting({ rows }: TestApp): Promise<string> {
  const tables = await rows<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_config'`,
  )
  return tables
    .map(({ name }) => `SELECT '${name}' AS name, count(*) AS count FROM "${name}"`)
    .join(' UNION ALL ')
}
