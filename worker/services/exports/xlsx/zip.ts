import { Zip, ZipDeflate } from 'fflate'

export interface ZipEntry {
  path: string
  /** Its chunks may share one buffer: each is packed before the next is asked for. */
  content: AsyncIterable<Uint8Array>
}

const packing = { level: 4, mem: 4 } as const
const pieceSize = 65_536
const limit = 0xffff_ffff
const nothing = new Uint8Array(0)

/**
 * A ZIP archive, entry by entry, in pieces of 64 KiB and more; nothing else of it is kept.
 * `at` is a wall clock, 2021-03-19 09:12:05, and is written as given.
 */
export async function* zip(entries: AsyncIterable<ZipEntry>, at: string): AsyncGenerator<Uint8Array> {
  const output = openOutput()
  const archive = new Zip(output.add)
  const mtime = at.replace(' ', 'T')
  for await (const { path, content } of entries) {
    const file = Object.assign(new ZipDeflate(path, packing), { mtime })
    archive.add(file)
    for await (const bytes of content) {
      file.push(bytes)
      if (output.waiting() >= pieceSize) yield output.take()
    }
    file.push(nothing, true)
    if (output.total() > limit || file.size > limit) {
      throw new RangeError('The archive passes 4 GiB; narrow the filter.')
    }
  }
  archive.end()
  yield output.take()
}

/** Gathers the small chunks that packing gives. */
function openOutput() {
  let chunks: Uint8Array[] = []
  let waiting = 0
  let total = 0
  return {
    add(error: Error | null, bytes: Uint8Array) {
      if (error) throw error
      chunks.push(bytes)
      waiting += bytes.length
      total += bytes.length
    },
    waiting: () => waiting,
    total: () => total,
    take(): Uint8Array {
      const piece = new Uint8Array(waiting)
      let at = 0
      for (const bytes of chunks) {
        piece.set(bytes, at)
        at += bytes.length
      }
      chunks = []
      waiting = 0
      return piece
    },
  }
}
