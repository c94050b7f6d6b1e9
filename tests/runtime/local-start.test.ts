import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { findOwnedProcesses, isAlive } from '../../worker/local/processes'
import { newFollow } from '../support/make-follow'
import { type Attempt, attemptStart, makeDataFolder, type Product, startProduct } from '../support/product'

let folder: string
let products: Product[]

beforeEach(() => {
  folder = makeDataFolder()
  products = []
})

afterEach(async () => {
  for (const product of products.filter(({ pid }) => isAlive(pid))) await product.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('serves the product on one address and leaves no process behind on SIGTERM', async () => {
  const product = await start()
  expect(await healthOf(product)).toBe(200)
  expect(
    findOwnedProcesses(folder)
      .map(({ command }) => /(sqld|workerd) /.exec(command)?.[1])
      .sort(),
  ).toEqual(['sqld', 'workerd'])
  const begun = performance.now()
  expect((await product.stop()).code).toBe(0)
  expect(performance.now() - begun).toBeLessThan(2000)
  expect(findOwnedProcesses(folder)).toEqual([])
  expect(existsSync(join(folder, 'run.json'))).toBe(false)
})

test('keeps the mails that it sends as texts beside its data, with links that lead to it', async () => {
  beginSeeded()
  const product = await start({ LOCAL_MAIL: '1', LOAD_TEST: '1' })
  const mails = join(folder, 'mails')
  const asked = await fetch(`${product.address}/api/follows`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(newFollow({ email: 'someone@example.test' })),
  })
  expect(await asked.json()).toEqual({ sent: true })
  const nameOf = () => readdirSync(mails).find((name) => name.endsWith('-someone@example.test.txt'))
  await expect.poll(nameOf, { timeout: 50_000 }).toBeTruthy()
  const text = readFileSync(join(mails, nameOf() ?? ''), 'utf8')
  expect(text).toMatch(/^收件人 \/ To: someone@example\.test\n主题 \/ Subject: .+\n\n/)
  const link = new URL(/http:\S+/.exec(text)?.[0] ?? '')
  expect(link.origin).toBe(product.address)
  expect((await fetch(link)).status).toBe(200)
})

test('keeps its secret for itself, the same at every start', async () => {
  beginSeeded()
  const { mode, mtimeMs, size } = statSync(join(folder, 'secret'))
  expect(mode & 0o777).toBe(0o600)
  expect(size).toBe(43)
  await (await start()).stop()
  expect(statSync(join(folder, 'secret')).mtimeMs).toBe(mtimeMs)
})

test('refuses a second start on one data folder and leaves the first alone', async () => {
  beginSeeded()
  const first = await start()
  expectRefusal(await attemptStart({ DATA_DIR: folder }), 'is in use by another running Yanlu')
  expect(await healthOf(first)).toBe(200)
})

test('starts again on its data after everything was killed', async () => {
  beginSeeded()
  await (await start()).kill9()
  expect(await healthOf(await start())).toBe(200)
})

test('ends what a killed start left running, and takes over its folder and port', async () => {
  beginSeeded()
  const first = await start()
  process.kill(first.pid, 'SIGKILL')
  const orphans = findOwnedProcesses(folder).map(({ pid }) => pid)
  expect(orphans).toHaveLength(2)
  const second = await start({ PORT: new URL(first.address).port })
  expect(second.address).toBe(first.address)
  expect(orphans.filter(isAlive)).toEqual([])
  expect(await healthOf(second)).toBe(200)
})

test('stops as a whole when its database server dies', async () => {
  beginSeeded()
  const product = await start()
  const server = findOwnedProcesses(folder).find(({ command }) => command.includes('/sqld '))
  process.kill(server?.pid ?? Number.NaN, 'SIGKILL')
  const { code, stderr } = await product.ended
  expect(code).toBe(1)
  expect(stderr).toContain('The database server ended unexpectedly')
  expect(findOwnedProcesses(folder)).toEqual([])
})

test('refuses a port that is in use', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  const attempt = await attemptStart({ DATA_DIR: folder, PORT: String(port) })
  server.close()
  expectRefusal(attempt, `Port ${port} is in use`)
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})

test('refuses a port that is none', async () => {
  expectRefusal(await attemptStart({ DATA_DIR: folder, PORT: 'eighty' }), 'is not a port number')
})

test('refuses a data folder that is a file', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expectRefusal(await attemptStart({ DATA_DIR: file }), 'cannot be written to')
})

test('refuses a database that is damaged', async () => {
  writeFileSync(join(folder, 'database'), 'not a folder')
  expectRefusal(await attemptStart({ DATA_DIR: folder }), 'The database')
  expect(findOwnedProcesses(folder)).toEqual([])
})

test('refuses a database file that is none', async () => {
  beginSeeded()
  await (await start()).stop()
  for (const file of ['data', 'data-wal'])
    writeFileSync(join(folder, 'database/dbs/default', file), 'nothing'.repeat(999))
  expectRefusal(await attemptStart({ DATA_DIR: folder }), 'The database')
})

test('refuses a damaged secret instead of making another', async () => {
  writeFileSync(join(folder, 'secret'), 'short')
  expectRefusal(await attemptStart({ DATA_DIR: folder }), 'is damaged')
})

/** On what a first start left: to fill an empty folder takes as long as all that these tests are about. */
function beginSeeded(): void {
  cpSync(inject('seeded').path, folder, { recursive: true })
}

async function start(env: Record<string, string> = {}): Promise<Product> {
  const product = await startProduct({ env: { DATA_DIR: folder, ...env } })
  products.push(product)
  return product
}

async function healthOf({ address }: Product): Promise<number> {
  return (await fetch(`${address}/api/health`)).status
}

/** One sentence in both languages on stderr, nothing of a stack, exit code 1. */
function expectRefusal({ code, stderr }: Attempt, sentence: string): void {
  expect(stderr).toContain(sentence)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(1)
}
