import { setTimeout as wait } from 'node:timers/promises'
import { fetch } from 'miniflare'

export interface Peak {
  /** The most that was found: objects, and the buffers that they hold outside the heap. */
  heap: number
  /** The most that a collection left. */
  live: number
  collections: number
  samples: number
}

interface HeapUsage {
  usedSize: number
  embedderHeapUsedSize?: number
  backingStorageSize?: number
}

const interval = 200
/** A local isolate has no limit and lets 512 MB of garbage gather; a deployed one collects long before its 128 MB. */
const collectAbove = 64 * 2 ** 20

/** Watches the isolate of the product by workerd's inspector until `stop`, which answers the peaks. */
export async function watchHeap(port: number): Promise<{ stop(): Promise<Peak> }> {
  const { send, close } = await connectInspector(port)
  const measure = async () => {
    const usage = (await send('Runtime.getHeapUsage')) as HeapUsage
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)
  }
  const peak: Peak = { heap: 0, live: 0, collections: 0, samples: 0 }
  const collect = async () => {
    await send('HeapProfiler.collectGarbage')
    peak.live = Math.max(peak.live, await measure())
    peak.collections += 1
  }
  let isOver = false
  const watching = (async () => {
    await collect()
    while (!isOver) {
      await wait(interval)
      const heap = await measure()
      peak.heap = Math.max(peak.heap, heap)
      peak.samples += 1
      if (heap > collectAbove) await collect()
    }
  })()
  return {
    stop: async () => {
      isOver = true
      await watching
      close()
      return peak
    },
  }
}

async function connectInspector(port: number) {
  const { webSocket } = await fetch(`http://127.0.0.1:${port}/core:user:yanlu`, {
    headers: { upgrade: 'websocket' },
  })
  if (!webSocket) throw new Error('workerd gave no inspector connection')
  const waiting = new Map<number, (result: unknown) => void>()
  webSocket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown }
    if (id !== undefined) waiting.get(id)?.(result)
  })
  webSocket.accept()
  let last = 0
  const send = (method: string) => {
    last += 1
    webSocket.send(JSON.stringify({ id: last, method }))
    return new Promise<unknown>((resolve) => waiting.set(last, resolve))
  }
  return { send, close: () => webSocket.close() }
}
