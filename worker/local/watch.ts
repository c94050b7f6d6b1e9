import { rmSync } from 'node:fs'
import { build, type InlineConfig } from 'vite'
import clients from '../../web/vite.config'
import worker from '../vite.config'
import { writeBindings } from './bindings'
import { built } from './folders'

interface Watcher {
  on(event: 'event', listener: (event: { code: string; error?: Error }) => void): unknown
}

export interface Watching {
  /** Calls back after every Worker that comes out whole from now on. */
  follow(onBuilt: () => Promise<void>): void
}

/** Builds the client and the Worker and keeps building whatever changes, until the process ends. */
export async function watch(): Promise<Watching> {
  rmSync(built.inputs, { force: true })
  let onBuilt = async () => {}
  for (const client of clients) await untilBuilt(client)
  await untilBuilt(worker, () => onBuilt().catch(console.error))
  await writeBindings()
  return {
    follow: (callback) => {
      onBuilt = callback
    },
  }
}

async function untilBuilt(config: InlineConfig, onEnd?: () => void): Promise<void> {
  const watcher = (await build({
    ...config,
    build: { ...config.build, watch: {} },
  })) as unknown as Watcher
  await new Promise<void>((resolve) => {
    watcher.on('event', ({ code, error }) => {
      if (code === 'ERROR') console.error(error?.message)
      if (code === 'END') onEnd?.()
      if (code === 'END' || code === 'ERROR') resolve()
    })
  })
}
