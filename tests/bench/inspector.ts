import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fetch } from 'miniflare'
import { findOwnedProcesses } from '../../worker/local/processes'

export interface Peak {
  /** What the isolate's limit counts: its objects, and the buffers they hold outside its heap. */
  heap: number
  objects: number
  buffers: number
  rss: number
  samples: number
}

interface HeapUsage {
  usedSize: number
  embedderHeapUsedSize?: number
  backingStorageSize?: number
}

const interval = 200

/** Watches the isolate of the product by workerd's inspector until `stop`, which answers the peaks. */
export async function watchHeap(port: number, dataFolder: string): Promise<{ stop(): Promise<Peak> }> {
  const { webSocket } = await fetch(`http://127.0.0.1:${port}/core:user:yanlu`, {
    headers: { upgrade: 'websocket' },
  })
  if (!webSocket) throw new Error('workerd gave no inspector connection')
  const pid = findOwnedProcesses(dataFolder).find(({ command }) => command.includes('/workerd '))?.pid
  const peak: Peak = { heap: 0, objects: 0, buffers: 0, rss: 0, samples: 0 }
  webSocket.addEventListener('message', ({ data }) => {
    const { result } = JSON.parse(String(data)) as { result?: HeapUsage }
    if (result?.usedSize === undefined) return
    const objects = result.usedSize + (result.embedderHeapUsedSize ?? 0)
    const buffers = result.backingStorageSize ?? 0
    peak.heap = Math.max(peak.heap, objects + buffers)
    peak.objects = Math.max(peak.objects, objects)
    peak.buffers = Math.max(peak.buffers, buffers)
    peak.samples += 1
  })
  webSocket.accept()
  let id = 0
  const timer = setInterval(() => {
    id += 1
    webSocket.send(JSON.stringify({ id, method: 'Runtime.getHeapUsage' }))
    peak.rss = Math.max(peak.rss, residentBytes(pid))
  }, interval)
  return {
    stop: async () => {
      clearInterval(timer)
      webSocket.close()
      return peak
    },
  }
}

export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

function residentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || !pid) return 0
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024
}
