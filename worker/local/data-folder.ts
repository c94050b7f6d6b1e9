import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beginningOf, endProcesses, findOwnedProcesses, isAlive } from './processes'
import { Refusal } from './refusal'

/** What a running product writes about itself, for the account command and the tests. */
export interface Run {
  pid: number
  address: string
  databaseUrl: string
}

export interface DataFolder {
  path: string
  database: string
  files: string
  /** For mails that a start takes in itself. */
  mails: string
  secret: string
  record(run: Run): void
  release(): Promise<void>
}

interface Holder {
  pid: number
  beginning: string
}

/** Takes the data folder for this process and ends what a killed start left running; one start per folder. */
export async function takeDataFolder(given: string): Promise<DataFolder> {
  try {
    return await take(openFolder(resolve(given)))
  } catch (error) {
    const { syscall, code, path } = error as NodeJS.ErrnoException
    if (!syscall) throw error
    throw new Refusal(
      `数据目录 ${given} 不能写入（${path}：${code}）。`,
      `The data folder ${given} cannot be written to (${path}: ${code}).`,
    )
  }
}

async function take(path: string): Promise<DataFolder> {
  const lock = join(path, 'lock')
  const run = join(path, 'run.json')
  takeLock(path, lock)
  const release = async () => {
    await endOwned(path)
    for (const file of [run, lock]) rmSync(file, { force: true })
  }
  try {
    rmSync(run, { force: true })
    await endOwned(path)
    const secret = readSecret(path)
    const record = (value: Run) => writeWhole(run, `${JSON.stringify(value, null, 2)}\n`)
    return {
      path,
      database: join(path, 'database'),
      files: join(path, 'files'),
      mails: join(path, 'mails'),
      secret,
      record,
      release,
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Reads what the product running on a data folder says about itself. */
export function readRun(given: string): Run | null {
  try {
    const run: Run = JSON.parse(readFileSync(join(resolve(given), 'run.json'), 'utf8'))
    return isAlive(run.pid) ? run : null
  } catch {
    return null
  }
}

async function endOwned(path: string): Promise<void> {
  await endProcesses(findOwnedProcesses(path).map(({ pid }) => pid))
}

function openFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return realpathSync(path)
}

function takeLock(path: string, lock: string): void {
  const own = `${lock}.${process.pid}`
  const mine: Holder = { pid: process.pid, beginning: beginningOf(process.pid) }
  writeFileSync(own, JSON.stringify(mine))
  try {
    for (;;) {
      if (tryLink(own, lock)) return
      const found = readHolder(lock)
      if (found && isHolding(found)) {
        throw new Refusal(
          `数据目录 ${path} 正被另一个言路进程（pid ${found.pid}）使用。`,
          `The data folder ${path} is in use by another running Yanlu (pid ${found.pid}).`,
        )
      }
      removeStale(lock, own, found)
    }
  } finally {
    rmSync(own, { force: true })
  }
}

function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(lock: string): Holder | null {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'))
  } catch {
    return null
  }
}

function isHolding({ pid, beginning }: Holder): boolean {
  return pid !== process.pid && isAlive(pid) && beginningOf(pid) === beginning
}

/** Two starts may find the same stale lock: whoever moved a fresh one away puts it back. */
function removeStale(lock: string, own: string, judged: Holder | null): void {
  const aside = `${own}.stale`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  const moved = readHolder(aside)
  if (moved && moved.pid !== judged?.pid) tryLink(aside, lock)
  rmSync(aside, { force: true })
}

function readSecret(path: string): string {
  const file = join(path, 'secret')
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length >= 43) return secret
  throw new Refusal(
    `${file} 已损坏：应为 43 个字符。请从备份恢复；删除它会使所有登录和查询码失效。`,
    `${file} is damaged: it should hold 43 characters. Restore it from a backup; deleting it voids sign-ins and query codes.`,
  )
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
