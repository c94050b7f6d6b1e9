import type { ServiceContext } from './context'
import type { Language } from './contract/words'
import type { Database } from './db/client'
import type { Config, Env, RateLimit } from './env'
import type { OpenSession } from './services/accounts/find-session'
import type { FileStore } from './services/files/file-store'

export type LimitName = {
  [Name in keyof Env]-?: Env[Name] extends RateLimit ? Name : never
}[keyof Env]

/** Tells the desk's room whose WebSocket it is; set by the Worker alone. */
export const visitorHeader = 'x-desk-visitor'

/** The room where open workbenches hear of news and where due work is done on time; a Durable Object in production. */
export interface DeskRoom {
  /** There may be news, or work that falls due. */
  stir(): Promise<void>
  /** Does what is due now. */
  work(): Promise<void>
  /** Takes a workbench's WebSocket in. */
  connect(request: Request): Promise<Response>
}

/** What the app is built on: in production from the bindings, in tests by hand. */
export interface AppDeps {
  config: Config
  limits: Record<LimitName, RateLimit>
  files: FileStore | null
  assets: { fetch(request: Request): Promise<Response> }
  openDatabase: () => Database
  desk: DeskRoom
  now: () => Date
  random: (bytes: number) => Uint8Array
  log: (entry: Record<string, unknown>) => void
}

export interface HonoEnv {
  Variables: {
    deps: AppDeps
    ctx: ServiceContext
    language: Language
    /** Behind a guard: whose request this is. */
    session: OpenSession
    /** What was typed before somebody had to sign in anew: a form is drawn with it, and does nothing. */
    kept?: Record<string, string>
  }
}
