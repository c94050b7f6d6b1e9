import { join } from 'node:path'
import { ConfigError, readMail, readOrigin, readSignOn } from '../env'
import { root } from './folders'
import { Refusal } from './refusal'

export interface Settings {
  port: number
  dataFolder: string
  demoPassword: string | undefined
  loadTest: boolean
  clientAddressHeader: string
  requiresSecondFactor: boolean
  /** What the Worker reads as it is. */
  vars: Record<string, string>
  /** Without a mail server, a start takes in its mails itself. */
  keepsMails: boolean
  watch: boolean
}

/** Reads the flags of a local start. */
export function readSettings(env: NodeJS.ProcessEnv, args: string[]): Settings {
  const port = Number(env.PORT || 8787)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Refusal(`PORT=${env.PORT} 不是端口号。`, `PORT=${env.PORT} is not a port number.`)
  }
  return {
    port,
    dataFolder: env.DATA_DIR || join(root, '.data'),
    demoPassword: env.DEMO_PASSWORD || undefined,
    loadTest: env.LOAD_TEST === '1',
    clientAddressHeader: env.CLIENT_ADDRESS_HEADER ?? '',
    requiresSecondFactor: env.REQUIRE_SECOND_FACTOR === '1',
    vars: readVars(env),
    keepsMails: !env.SMTP_URL && env.LOCAL_MAIL !== '0',
    watch: args.includes('--watch'),
  }
}

/** Where the site is found, how it sends mail and whose sign-on it takes: the same by their names here, in a deployment and in the Worker. */
export function readVars(env: NodeJS.ProcessEnv): Record<string, string> {
  try {
    readOrigin(env.PUBLIC_ORIGIN)
    readMail(env.SMTP_URL, env.MAIL_FROM)
    readSignOn(env as Record<string, string>)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    throw new Refusal('PUBLIC_ORIGIN、SMTP_URL、MAIL_FROM 或者 OIDC_ISSUER 等填写有误。', error.message)
  }
  const names = [
    ...['PUBLIC_ORIGIN', 'SMTP_URL', 'MAIL_FROM'],
    ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ]
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])))
}

/** Where workerd's inspector listens, for whoever watches its heap; off unless INSPECTOR_PORT is given. */
export function readInspector(env: NodeJS.ProcessEnv): { inspectorPort?: number } {
  const port = Number(env.INSPECTOR_PORT)
  return Number.isInteger(port) && port > 0 && port <= 65535 ? { inspectorPort: port } : {}
}
