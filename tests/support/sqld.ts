import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../worker/local/connect'
import { migrate } from '../../worker/local/migrate'
import { startDatabaseServer } from '../../worker/local/sqld'

export interface TestDatabase {
  url: string
  stop(): Promise<void>
}

/** Starts an empty, migrated libSQL server on a folder of its own. */
export async function startDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'yanlu-database-'))
  const server = await startDatabaseServer(join(folder, 'database'), folder, { idleSeconds: 180 })
  const endNow = () => {
    process.kill(server.pid, 'SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', endNow)
  const stop = async () => {
    process.removeListener('exit', endNow)
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  if (!migrated) return { url: server.url, stop }
  const client = connect(server.url)
  try {
    await migrate(client, { now: new Date() })
  } catch (error) {
    await stop()
    throw error
  } finally {
    client.close()
  }
  return { url: server.url, stop }
}
