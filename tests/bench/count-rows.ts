import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'

/** Records of a CSV file behind its heading: ends of line that stand outside quotation marks. */
export async function countCsvRows(file: string): Promise<number> {
  let records = 0
  let isQuoted = false
  for await (const part of createReadStream(file, { highWaterMark: 1 << 20 })) {
    for (const byte of part as Buffer) {
      if (byte === 0x22) isQuoted = !isQuoted
      else if (byte === 0x0a && !isQuoted) records += 1
    }
  }
  if (isQuoted) throw new Error(`${file} ends inside quotation marks`)
  return records - 1
}

/** Rows of a workbook's first sheet behind its heading; every entry is inflated and checked against its CRC and size. */
export async function countXlsxRows(file: string): Promise<number> {
  let rows = 0
  for (const entry of await readDirectory(file)) {
    const found = await readEntry(file, entry)
    if (entry.name === 'xl/worksheets/sheet1.xml') rows = found
  }
  return rows - 1
}

interface Entry {
  name: string
  crc: number
  packed: number
  size: number
  offset: number
}

async function readDirectory(file: string): Promise<Entry[]> {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, 1 << 16))
    await handle.read(tail, 0, tail.length, size - tail.length)
    const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1')
    if (end < 0) throw new Error(`${file} has no end of central directory`)
    let at = tail.readUInt32LE(end + 16) - (size - tail.length)
    if (at < 0) throw new Error(`the central directory of ${file} is not where it should be`)
    const entries: Entry[] = []
    for (let left = tail.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (tail.readUInt32LE(at) !== 0x02014b50) throw new Error(`the central directory of ${file} is broken`)
      const nameLength = tail.readUInt16LE(at + 28)
      entries.push({
        name: tail.toString('utf8', at + 46, at + 46 + nameLength),
        crc: tail.readUInt32LE(at + 16),
        packed: tail.readUInt32LE(at + 20),
        size: tail.readUInt32LE(at + 24),
        offset: tail.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + tail.readUInt16LE(at + 30) + tail.readUInt16LE(at + 32)
    }
    for (const entry of entries) {
      const header = Buffer.alloc(30)
      await handle.read(header, 0, 30, entry.offset)
      entry.offset += 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    }
    return entries
  } finally {
    await handle.close()
  }
}

async function readEntry(file: string, { name, crc, packed, size, offset }: Entry): Promise<number> {
  let rows = 0
  let bytes = 0
  let sum = 0
  let rest = ''
  const look = new Transform({
    transform(part: Buffer, _, done) {
      sum = crc32(part, sum)
      bytes += part.length
      const text = rest + part.toString('latin1')
      rows += text.split('<row ').length - 1
      rest = text.slice(-4)
      done()
    },
  })
  const packedBytes = createReadStream(file, {
    start: offset,
    end: offset + packed - 1,
    highWaterMark: 1 << 20,
  })
  await pipeline(packedBytes, createInflateRaw({ chunkSize: 1 << 20 }), look)
  if (sum !== crc || bytes !== size) throw new Error(`${name} in ${file} does not match its checksum or size`)
  return rows
}
