import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

export interface OwnedProcess {
  pid: number
  command: string
}

/** The environment variable by which the processes of a data folder are recognised after a crash. */
export const ownerVariable = 'YANLU_DATA_FOLDER'

/** The database servers and workerds that were started for a data folder and still live. */
export function findOwnedProcesses(folder: string): OwnedProcess[] {
  const owned = process.platform === 'linux' ? fromProc(folder) : fromPs(folder)
  return owned.filter(({ pid, command }) => pid !== process.pid && /^\S*\/(sqld|workerd)\s/.test(command))
}

/** Ends processes by pid: asks, and after `patience` ms insists. */
export async function endProcesses(pids: number[], patience = 1000): Promise<void> {
  for (const pid of pids) send(pid, 'SIGTERM')
  const deadline = performance.now() + patience
  while (pids.some(isAlive) && performance.now() < deadline) await wait(20)
  for (const pid of pids.filter(isAlive)) send(pid, 'SIGKILL')
  while (pids.some(isAlive) && performance.now() < deadline + 1000) await wait(20)
}

/** Whether a process lives; a zombie does not. */
export function isAlive(pid: number): boolean {
  if (!send(pid, 0)) return false
  return process.platform !== 'linux' || !/^State:\s*Z/m.test(read(`/proc/${pid}/status`))
}

/** When a process began, in a form that only serves to compare: a pid alone may have been given away again. */
export function beginningOf(pid: number): string {
  if (process.platform !== 'linux') return ps(['-o', 'lstart=', '-p', String(pid)]).trim()
  const afterName = read(`/proc/${pid}/stat`).split(') ').at(-1) ?? ''
  return `${read('/proc/sys/kernel/random/boot_id').trim()} ${afterName.split(' ')[19] ?? ''}`
}

function fromProc(folder: string): OwnedProcess[] {
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids
    .filter((pid) => read(`/proc/${pid}/environ`).split('\0').includes(`${ownerVariable}=${folder}`))
    .map((pid) => ({ pid, command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }))
}

function fromPs(folder: string): OwnedProcess[] {
  return ps(['-axEww', '-o', 'pid=,command='])
    .split('\n')
    .filter((line) => `${line} `.includes(` ${ownerVariable}=${folder} `))
    .map((line) => ({ pid: Number.parseInt(line, 10), command: line.replace(/^\s*\d+\s+/, '') }))
}

function ps(args: string[]): string {
  try {
    return execFileSync('ps', args, { encoding: 'utf8', maxBuffer: 64 << 20 })
  } catch {
    return ''
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
