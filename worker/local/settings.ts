import { join } from 'node:path'
import { root } from './folders'
import { Refusal } from './refusal'

export interface Settings {
  port: number
  dataFolder: string
  demoPassword: string | undefined
  loadTest: boolean
  clientAddressHeader: string
  requiresSecondFactor: boolean
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
    watch: args.includes('--watch'),
  }
}

/** Where workerd's inspector listens, for whoever watches its heap; off unless INSPECTOR_PORT is given. */
export function readInspector(env: NodeJS.ProcessEnv): { inspectorPort?: number } {
  const port = Number(env.INSPECTOR_PORT)
  return Number.isInteger(port) && port > 0 && port <= 65535 ? { inspectorPort: port } : {}
}
