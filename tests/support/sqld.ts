import { cpSync, mkdtempSync, rmSync } from 'node:fs'
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
  const folder = makeFolder()
  if (migrated) cpSync(await migratedFolder(), folder, { recursive: true })
  return startIn(folder)
}

function makeFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yanlu-database-'))
}

async function startIn(folder: string): Promise<TestDatabase> {
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
  return { url: server.url, stop }
}

let migratedOnce: Promise<string> | undefined

/** What the migrations make of an empty folder, once for all the databases of a process. */
function migratedFolder(): Promise<string> {
  migratedOnce ??= makeMigrated()
  return migratedOnce
}

async function makeMigrated(): Promise<string> {
  const folder = makeFolder()
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const server = await startDatabaseServer(join(folder, 'database'), folder, { idleSeconds: 180 })
  const client = connect(server.url)
  try {
    await migrate(client, { now: new Date() })
  } finally {
    client.close()
    await server.stop()
  }
  return folder
}
