import { crc32 } from './crc32'
import { deflate } from './deflate'

export interface ZipEntry {
  path: string
  content: AsyncIterable<Uint8Array>
}

interface Written {
  name: Uint8Array
  offset: number
  crc: number
  packed: number
  size: number
}

const encoder = new TextEncoder()
const version = 20
const flags = 0x0808
const deflated = 8
const limit = 0xffff_ffff

/** A ZIP archive, entry by entry: sizes follow each entry, so nothing of it has to be kept. `at` is written as given. */
export async function* zip(entries: AsyncIterable<ZipEntry>, at: string): AsyncGenerator<Uint8Array> {
  const stamp = dosTime(at)
  const written: Written[] = []
  let offset = 0
  for await (const { path, content } of entries) {
    const entry: Written = { name: encoder.encode(path), offset, crc: 0, packed: 0, size: 0 }
    const head = localHeader(entry, stamp)
    yield head
    for await (const bytes of deflate(measured(content, entry))) {
      entry.packed += bytes.length
      yield bytes
    }
    const tail = fields([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size])
    yield tail
    offset += head.length + entry.packed + tail.length
    if (offset > limit || entry.size > limit) {
      throw new RangeError('The archive passes 4 GiB; narrow the filter.')
    }
    written.push(entry)
  }
  const directory = written.map((entry) => directoryRecord(entry, stamp))
  yield* directory
  const size = directory.reduce((total, record) => total + record.length, 0)
  const count = written.length
  yield fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, offset], [2, 0])
}

async function* measured(content: AsyncIterable<Uint8Array>, entry: Written) {
  for await (const bytes of content) {
    entry.crc = crc32(bytes, entry.crc)
    entry.size += bytes.length
    yield bytes
  }
}

type Field = [width: 2 | 4, value: number]

function fields(...list: Field[]): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(list.reduce((total, [width]) => total + width, 0)))
  let at = 0
  for (const [width, value] of list) {
    if (width === 2) bytes.setUint16(at, value, true)
    else bytes.setUint32(at, value, true)
    at += width
  }
  return new Uint8Array(bytes.buffer)
}

function joined(head: Uint8Array, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + name.length)
  bytes.set(head)
  bytes.set(name, head.length)
  return bytes
}

function localHeader({ name }: Written, stamp: Field[]): Uint8Array {
  const method: Field[] = [
    [2, version],
    [2, flags],
    [2, deflated],
  ]
  return joined(
    fields([4, 0x04034b50], ...method, ...stamp, [4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]),
    name,
  )
}

function directoryRecord({ name, offset, crc, packed, size }: Written, stamp: Field[]): Uint8Array {
  const method: Field[] = [
    [2, version],
    [2, version],
    [2, flags],
    [2, deflated],
  ]
  const sizes: Field[] = [
    [4, crc],
    [4, packed],
    [4, size],
  ]
  const rest: Field[] = [
    [2, name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, offset],
  ]
  return joined(fields([4, 0x02014b50], ...method, ...stamp, ...sizes, ...rest), name)
}

function dosTime(at: string): Field[] {
  const [year = 1980, month = 1, day = 1, hour = 0, minute = 0, second = 0] = at.split(/\D+/).map(Number)
  return [
    [2, (hour << 11) | (minute << 5) | (second >> 1)],
    [2, ((year - 1980) << 9) | (month << 5) | day],
  ]
}
