import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRun } from '../../worker/local/data-folder'
import { root } from '../../worker/local/folders'
import { endProcesses, findOwnedProcesses } from '../../worker/local/processes'

export interface Attempt {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
}

export interface Product {
  address: string
  databaseUrl: string
  pid: number
  dataFolder: string
  /** By e-mail address; empty for accounts that an earlier start on the folder made. */
  passwords: Record<string, string>
  /** How it ended, once it has. */
  ended: Promise<Attempt>
  /** Ends it as Ctrl-C does and removes a folder that was made for it. */
  stop(): Promise<Attempt>
  /** Ends everything at once, as a power cut would, and keeps the folder. */
  kill9(): Promise<void>
}

type Env = Record<string, string>

interface Launch {
  env?: Env
  /** What is run instead of the program of `npm start`. */
  program?: string
}

const start = 'worker/local/start.mjs'

/** Makes an empty folder for a product that is started more than once; the caller removes it. */
export function makeDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yanlu-data-'))
}

/** Starts the whole product as `npm start` does, on any free port and a folder of its own unless DATA_DIR is given. */
export async function startProduct({ env = {}, program = start }: Launch = {}): Promise<Product> {
  const dataFolder = env.DATA_DIR ?? makeDataFolder()
  const { child, ended } = launch({ DATA_DIR: dataFolder, ...env }, program)
  const endNow = () => {
    for (const { pid } of findOwnedProcesses(dataFolder)) process.kill(pid, 'SIGKILL')
  }
  process.once('exit', endNow)
  const stdout = await Promise.race([untilAnnounced(child), ended.then(refuse)])
  const run = readRun(dataFolder)
  if (!run) throw new Error('the product announced itself without a run.json')
  return {
    ...run,
    dataFolder,
    ended,
    passwords: readPasswords(stdout),
    stop: async () => {
      child.kill('SIGTERM')
      const attempt = await ended
      process.removeListener('exit', endNow)
      if (!env.DATA_DIR) rmSync(dataFolder, { recursive: true, force: true })
      return attempt
    },
    kill9: async () => {
      const owned = findOwnedProcesses(dataFolder).map(({ pid }) => pid)
      for (const pid of [run.pid, ...owned]) process.kill(pid, 'SIGKILL')
      await endProcesses(owned)
      await ended
      process.removeListener('exit', endNow)
    },
  }
}

/** Tries a start that should end by itself and tells how it ended. */
export function attemptStart(env: Env): Promise<Attempt> {
  return launch(env, start).ended
}

function launch(env: Env, program: string): { child: ChildProcess; ended: Promise<Attempt> } {
  const child = spawn(process.execPath, [program], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', LOCAL_MAIL: '0', ...env },
  })
  const attempt: Attempt = { code: null, signal: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    attempt.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    attempt.stderr += text
  })
  const ended = new Promise<Attempt>((resolve) => {
    child.once('close', (code, signal) => resolve({ ...attempt, code, signal }))
  })
  return { child, ended }
}

function untilAnnounced(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let stdout = ''
    child.stdout?.on('data', (text: string) => {
      stdout += text
      if (stdout.includes('Ctrl-C')) resolve(stdout)
    })
  })
}

function refuse({ code, signal, stderr }: Attempt): never {
  throw new Error(`the product ended with ${code ?? signal} instead of starting: ${stderr}`)
}

function readPasswords(stdout: string): Record<string, string> {
  const lines = stdout.matchAll(/^ {2}(\S+@\S+) +\S+ +(\S+)$/gm)
  return Object.fromEntries([...lines].map(([, email = '', password = '']) => [email, password]))
}
