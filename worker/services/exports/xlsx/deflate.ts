/** Raw DEFLATE by the platform's CompressionStream. Takes a chunk of the source only when its reader asks for more. */
export async function* deflate(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new CompressionStream('deflate-raw')
  const writer = writable.getWriter()
  const output = openOutput(readable)
  const input = source[Symbol.asyncIterator]()
  let isDone = false
  try {
    for (let next = await input.next(); !next.done; next = await input.next()) {
      let isWritten = false
      const writing = writer.write(next.value as Uint8Array<ArrayBuffer>).then(() => {
        isWritten = true
      })
      while (!isWritten) {
        await Promise.race([writing, output.arrival()])
        const bytes = output.take()
        if (bytes) yield bytes
      }
    }
    const closing = writer.close()
    while (!output.isOver()) {
      await output.arrival()
      const bytes = output.take()
      if (bytes) yield bytes
    }
    await closing
    isDone = true
  } finally {
    if (!isDone) {
      await input.return?.()
      await Promise.allSettled([output.cancel(), writer.abort()])
    }
  }
}

interface Output {
  /** Settles when `take` has something, or at the end. */
  arrival(): Promise<void>
  take(): Uint8Array | undefined
  isOver(): boolean
  cancel(): Promise<void>
}

/** Keeps one read under way: writing waits for it in Node, and in workerd it takes all that a write brought out. */
function openOutput(readable: ReadableStream<Uint8Array>): Output {
  const { read, cancel } = readerOf(readable)
  let bytes: Uint8Array | undefined
  let isOver = false
  const listen = () =>
    read().then((result) => {
      bytes = result
      isOver = result === undefined
    })
  let reading = listen()
  return {
    arrival: () => reading,
    take() {
      const taken = bytes
      if (taken === undefined) return undefined
      bytes = undefined
      reading = listen()
      return taken
    },
    isOver: () => isOver,
    cancel,
  }
}

const roomy = 262_144

/** workerd has no back-pressure here and hands a plain read 4 KiB at most; only a read into a large buffer keeps up. */
function readerOf(readable: ReadableStream<Uint8Array>) {
  const byob = byobReader(readable)
  if (byob) {
    let buffer = new ArrayBuffer(roomy)
    const read = async () => {
      const { done, value } = await byob.read(new Uint8Array(buffer))
      if (done || !value) return undefined
      buffer = value.buffer
      return value.slice()
    }
    return { read, cancel: () => byob.cancel() }
  }
  const reader = readable.getReader()
  return { read: async () => (await reader.read()).value, cancel: () => reader.cancel() }
}

function byobReader(readable: ReadableStream<Uint8Array>) {
  try {
    return readable.getReader({ mode: 'byob' })
  } catch {
    return null
  }
}
