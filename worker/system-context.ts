import type { ServiceContext } from './context'
import { openDatabase } from './db/client'
import { type Env, readConfig } from './env'
import { keysFrom } from './keys'

export const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

/** A context for the product's own work in a deployed Worker: what falls due, and what the room tells. */
export function systemContextOf(env: Env): ServiceContext {
  const config = readConfig(env)
  return {
    db: openDatabase(config.database),
    actor: { kind: 'system' },
    consultation: null,
    now: new Date(),
    requestId: crypto.randomUUID(),
    files: env.FILES ?? null,
    random,
    keyFor: keysFrom(config.secret),
    isLoadTest: config.isLoadTest,
    stir: () => {},
  }
}
