import type { ServiceContext } from './context'
import type { Language } from './contract/words'
import type { Database } from './db/client'
import type { Config, Env, RateLimit } from './env'

export type LimitName = {
  [Name in keyof Env]-?: Env[Name] extends RateLimit ? Name : never
}[keyof Env]

/** What the app is built on: in production from the bindings, in tests by hand. */
export interface AppDeps {
  config: Config
  limits: Record<LimitName, RateLimit>
  assets: { fetch(request: Request): Promise<Response> }
  openDatabase: () => Database
  now: () => Date
  random: (bytes: number) => Uint8Array
  log: (entry: Record<string, unknown>) => void
}

export interface HonoEnv {
  Variables: {
    deps: AppDeps
    ctx: ServiceContext
    language: Language
  }
}
