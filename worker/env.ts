import type { FileStore } from './services/files/file-store'

/** The bindings of wrangler.toml that the Worker uses. */
export interface Env {
  ENVIRONMENT: string
  LOAD_TEST?: string
  /** The header that the proxy in front sets to the client's address; empty where clients connect directly. */
  CLIENT_ADDRESS_HEADER?: string
  /** `1`: nobody reaches a desk without a second factor. */
  REQUIRE_SECOND_FACTOR?: string
  /** Where readers find the site, https://…: for addresses in mails, and for cookies behind a proxy that ends TLS. */
  PUBLIC_ORIGIN?: string
  /** smtp://user:password@host:587 or smtps://…:465; without it, mails wait. */
  SMTP_URL?: string
  /** Whom the mails come from: `言路 <noreply@example.org>`. */
  MAIL_FROM?: string
  /** The provincial sign-on (OpenID Connect): its issuer's address, and how we are known to it. Without it there is no button. */
  OIDC_ISSUER?: string
  OIDC_CLIENT_ID?: string
  OIDC_CLIENT_SECRET?: string
  DATABASE_URL: string
  DATABASE_AUTH_TOKEN?: string
  APP_SECRET: string
  ASSETS: { fetch(request: Request): Promise<Response> }
  DESK_ROOM: DeskRoomNamespace
  /** The bucket for what people attach; without it, nothing can be attached. */
  FILES?: FileStore
  SUBMIT_LIMIT: RateLimit
  PLAIN_SUBMIT_LIMIT: RateLimit
  LOOKUP_LIMIT: RateLimit
  SIGN_IN_LIMIT: RateLimit
  SEARCH_LIMIT: RateLimit
  DOWNLOAD_LIMIT: RateLimit
}

export interface DeskRoomNamespace {
  idFromName(name: string): unknown
  get(id: unknown): { fetch(request: Request): Promise<Response> }
}

/** What workerd gives a Durable Object, as far as the desk's room uses it. */
export interface DurableState {
  storage: { getAlarm(): Promise<number | null>; setAlarm(at: number): Promise<void> }
  waitUntil(promise: Promise<unknown>): void
  acceptWebSocket(socket: LiveSocket): void
  getWebSockets(): LiveSocket[]
}

/** A WebSocket that outlives the sleep of its Durable Object, with what it is to remember. */
export interface LiveSocket {
  send(text: string): void
  close(code?: number, reason?: string): void
  serializeAttachment(value: unknown): void
  deserializeAttachment(): unknown
}

export interface RateLimit {
  limit(options: { key: string }): Promise<{ success: boolean }>
}

export interface SignOnSettings {
  issuer: string
  clientId: string
  clientSecret: string
}

export interface Config {
  database: { url: string; authToken: string | undefined }
  secret: string
  clientAddressHeader: string | undefined
  publicOrigin: string | undefined
  mail: { url: string; from: string } | null
  signOn: SignOnSettings | null
  requiresSecondFactor: boolean
  isLocal: boolean
  isLoadTest: boolean
}

/** Why the Worker cannot serve, in a sentence for its operator. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Checks the bindings once; throws {@link ConfigError} with what is missing or forbidden. */
export function readConfig(env: Partial<Env>): Config {
  if (!env.DATABASE_URL) throw new ConfigError('DATABASE_URL is not set: the address of the libSQL server.')
  if (!/^(https?|libsql):\/\//.test(env.DATABASE_URL) || !URL.canParse(env.DATABASE_URL))
    throw new ConfigError('DATABASE_URL must be an address that begins with http://, https:// or libsql://.')
  if (!env.APP_SECRET || env.APP_SECRET.length < 32)
    throw new ConfigError('APP_SECRET is not set, or shorter than 32 characters.')
  const isLocal = env.ENVIRONMENT === 'local'
  const isLoadTest = env.LOAD_TEST === '1'
  if (isLoadTest && !isLocal)
    throw new ConfigError(
      'LOAD_TEST lifts rate limits and proof-of-work; a deployment does not start with it.',
    )
  return {
    database: { url: env.DATABASE_URL, authToken: env.DATABASE_AUTH_TOKEN || undefined },
    secret: env.APP_SECRET,
    clientAddressHeader: env.CLIENT_ADDRESS_HEADER || undefined,
    publicOrigin: readOrigin(env.PUBLIC_ORIGIN),
    mail: readMail(env.SMTP_URL, env.MAIL_FROM),
    signOn: readSignOn(env),
    requiresSecondFactor: env.REQUIRE_SECOND_FACTOR === '1',
    isLocal,
    isLoadTest,
  }
}

/** `undefined` where it is not given; throws {@link ConfigError}. */
export function readOrigin(text = ''): string | undefined {
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash)
    throw new ConfigError(
      'PUBLIC_ORIGIN must be an address such as https://yanlu.example.org, without a path.',
    )
  return url.origin
}

/** `null` where there is no sign-on; throws {@link ConfigError}. The issuer is reached by https, but for one on this machine. */
export function readSignOn({
  OIDC_ISSUER: issuer = '',
  OIDC_CLIENT_ID: clientId = '',
  OIDC_CLIENT_SECRET: clientSecret = '',
}: Partial<Env>): SignOnSettings | null {
  if (!issuer) return null
  const url = URL.canParse(issuer) ? new URL(issuer) : null
  const isHere = url?.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname)
  if (!url || (url.protocol !== 'https:' && !isHere) || url.search || url.hash)
    throw new ConfigError(
      'OIDC_ISSUER must be an address that begins with https://, as the provider gives it.',
    )
  if (!clientId || !clientSecret)
    throw new ConfigError('OIDC_ISSUER is set: OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be too.')
  return { issuer, clientId, clientSecret }
}

/** `null` where no mail is sent; throws {@link ConfigError}. */
export function readMail(server = '', from = ''): Config['mail'] {
  if (!server) return null
  const url = URL.canParse(server) ? new URL(server) : null
  if (!url?.hostname || !/^smtps?:$/.test(url.protocol))
    throw new ConfigError('SMTP_URL must be an address that begins with smtp:// or smtps://.')
  if (!/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(from))
    throw new ConfigError('MAIL_FROM must be an address to send from, such as 言路 <noreply@example.org>.')
  return { url: server, from }
}
