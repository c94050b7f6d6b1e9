import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { findOwnedProcesses } from '../../worker/local/processes'

export interface Cost {
  /** Seconds of processor time since the watch began. */
  workerd: number
  sqld: number
  /** The most memory that workerd held. */
  resident: number
}

const ticksPerSecond = 100

/** Watches what the processes of a data folder use; zeros where there is no /proc. */
export function watchCost(dataFolder: string): { stop(): Cost } {
  const owned = process.platform === 'linux' ? findOwnedProcesses(dataFolder) : []
  const pidOf = (name: string) => owned.find(({ command }) => command.includes(`/${name} `))?.pid
  const pids = { workerd: pidOf('workerd'), sqld: pidOf('sqld') }
  const before = { workerd: readSeconds(pids.workerd), sqld: readSeconds(pids.sqld) }
  let resident = 0
  const timer = setInterval(() => {
    resident = Math.max(resident, readResident(pids.workerd))
  }, 200)
  return {
    stop: () => {
      clearInterval(timer)
      return {
        workerd: readSeconds(pids.workerd) - before.workerd,
        sqld: readSeconds(pids.sqld) - before.sqld,
        resident,
      }
    },
  }
}

function readSeconds(pid: number | undefined): number {
  if (!pid) return 0
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(afterName[11]) + Number(afterName[12])) / ticksPerSecond
}

function readResident(pid: number | undefined): number {
  if (!pid) return 0
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
