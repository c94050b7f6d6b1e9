import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkerOptions } from 'miniflare'
import { built, root } from './folders'

export type Bindings = Extract<WorkerOptions, { bindings?: unknown }>

/** Reads wrangler.toml as a deployment would and keeps the outcome: loading wrangler takes longer than all the rest. */
export async function writeBindings(): Promise<void> {
  process.env.WRANGLER_SEND_METRICS = 'false'
  process.env.CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV = 'false'
  const { unstable_getMiniflareWorkerOptions: readOptions } = await import('wrangler')
  const { workerOptions } = readOptions(join(root, 'wrangler.toml'))
  writeFileSync(built.bindings, `${JSON.stringify(workerOptions, null, 2)}\n`)
}

/** The bindings of wrangler.toml as they were at the last build. */
export function readBindings(): Bindings {
  return JSON.parse(readFileSync(built.bindings, 'utf8'))
}
