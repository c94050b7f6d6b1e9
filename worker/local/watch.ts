import { rmSync } from 'node:fs'
import { build, type InlineConfig } from 'vite'
import client from '../../web/vite.config'
import worker from '../vite.config'
import { writeBindings } from './bindings'
import { built } from './folders'

interface Watcher {
  on(event: 'event', listener: (event: { code: string; error?: Error }) => void): unknown
  close(): Promise<void>
}

export interface Watching {
  /** Calls back after every Worker that came out whole from now on; returns how to end the watching. */
  follow(onBuilt: () => Promise<void>): () => Promise<void>
}

/** Builds the client and the Worker and keeps building whatever changes. */
export async function watch(): Promise<Watching> {
  rmSync(built.inputs, { force: true })
  let onBuilt = async () => {}
  const clientWatcher = await untilBuilt(client)
  const workerWatcher = await untilBuilt(worker, () => onBuilt().catch(console.error))
  await writeBindings()
  return {
    follow: (callback) => {
      onBuilt = callback
      return async () => void (await Promise.all([clientWatcher.close(), workerWatcher.close()]))
    },
  }
}

async function untilBuilt(config: InlineConfig, onEnd?: () => void): Promise<Watcher> {
  const watcher = (await build({ ...config, build: { ...config.build, watch: {} } })) as unknown as Watcher
  await new Promise<void>((resolve) => {
    watcher.on('event', ({ code, error }) => {
      if (code === 'ERROR') console.error(error?.message)
      if (code === 'END') onEnd?.()
      if (code === 'END' || code === 'ERROR') resolve()
    })
  })
  return watcher
}
