import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Client } from '@libsql/client'
import { connect } from './connect'
import { readRun, takeDataFolder } from './data-folder'
import { root } from './folders'
import { endWith, Refusal } from './refusal'
import { startDatabaseServer } from './sqld'
import { verifyDatabase } from './verify-database'
import { verifySite } from './verify-site'
import type { SeenHead, Verified } from './walk-tree'

/** What `--state` keeps: the newest head of one site or database that a check found in order. */
interface State {
  of: string
  head: SeenHead
}

interface Order {
  site: string | null
  data: string | null
  state: string | null
}

await run().catch(endWith)

async function run(): Promise<void> {
  const { site, data, state } = readOrder(process.argv.slice(2))
  const subject = site ?? data ?? 'DATABASE_URL'
  const seen = state ? readSeen(state, subject) : null
  const verified = site
    ? await verifySite(site, seen)
    : await withDatabase(data, (client) => verifyDatabase(client, seen))
  if (state && verified.head)
    remember(state, { of: subject, head: { ...verified.head, seenAt: new Date().toISOString() } })
  console.log(describe(verified, seen))
}

function readOrder(args: string[]): Order {
  const usage = new Refusal(
    '用法：npm run verify -- <网址> [--state <文件>]，或 npm run verify -- [--data <数据目录>] [--state <文件>]。',
    'Usage: npm run verify -- <address> [--state <file>], or npm run verify -- [--data <folder>] [--state <file>].',
  )
  const given = readArgs(args, usage)
  const [address, ...more] = given.positionals
  if (more.length > 0 || (address && given.values.data)) throw usage
  if (address && !(/^https?:/.test(address) && URL.canParse(address))) throw usage
  const local = process.env.DATABASE_URL ? null : process.env.DATA_DIR || join(root, '.data')
  const data = given.values.data ?? local
  return {
    site: address ? address.replace(/\/+$/, '') : null,
    data: data && resolve(data),
    state: given.values.state ?? null,
  }
}

function readArgs(args: string[], usage: Refusal) {
  try {
    const options = { data: { type: 'string' }, state: { type: 'string' } } as const
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch {
    throw usage
  }
}

/** The head of the last check; null before the first. */
function readSeen(file: string, subject: string): SeenHead | null {
  if (!existsSync(file)) return null
  try {
    const { of, head }: State = JSON.parse(readFileSync(file, 'utf8'))
    if (of === subject && head.size > 0 && head.root) return head
  } catch {}
  throw new Refusal(
    `${file} 不是上次核对 ${subject} 时留下的文件。`,
    `${file} is not what a check of ${subject} left behind.`,
  )
}

function remember(file: string, state: State): void {
  writeFileSync(file, `${JSON.stringify(state, null, 2)}\n`)
}

/** The database of DATABASE_URL, of the product that runs on the folder, or of the folder itself. */
async function withDatabase<Result>(
  folder: string | null,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  if (!folder) return use(connect(process.env.DATABASE_URL ?? '', process.env.DATABASE_AUTH_TOKEN), work)
  if (!existsSync(join(folder, 'database')))
    throw new Refusal(`${folder} 不是言路的数据目录。`, `${folder} is not a data folder of Yanlu.`)
  const running = readRun(folder)
  if (running) return use(connect(running.databaseUrl), work)
  const taken = await takeDataFolder(folder)
  try {
    const server = await startDatabaseServer(taken.database, taken.path)
    return await use(connect(server.url), work).finally(server.stop)
  } finally {
    await taken.release()
  }
}

async function use<Result>(client: Client, work: (client: Client) => Promise<Result>): Promise<Result> {
  try {
    return await work(client)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`数据库无法核对：${(error as Error).message}`, 'The database cannot be checked.')
  } finally {
    client.close()
  }
}

function describe({ head, heads, waiting }: Verified, seen: SeenHead | null): string {
  if (!head) return '还没有封存任何记录。/ Nothing is sealed yet.'
  const since = seen
    ? [`，并与 ${seen.seenAt} 的核对相接`, `, and it goes on from the check of ${seen.seenAt}`]
    : ['', '']
  const rest = waiting ? [`尚未封存：${waiting} 行。`, ` Not yet sealed: ${waiting}.`] : ['', '']
  return [
    `已核对 ${head.size} 条记录、${heads} 个封存值${since[0]}：没有删除，没有改动。${rest[0]}`,
    `Checked ${count(head.size, 'entry', 'entries')} and ${count(heads, 'seal', 'seals')}${since[1]}: nothing was dropped or altered.${rest[1]}`,
    `封存值 / Seal  ${head.root}`,
  ].join('\n')
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
