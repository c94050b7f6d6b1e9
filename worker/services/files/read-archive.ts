import { type FieldCode, fieldCode } from '../../contract/errors'
import { fileLimits } from '../../contract/files'

interface Entry {
  name: string
  packed: number
  unpacked: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const wholeFile = 0xffffffff

/**
 * What speaks against an office file, by the directory of its archive and without unpacking it; null where nothing does.
 * What the directory says of sizes is held against what unpacking would have to read: a lie makes the file damaged, not large.
 */
export function checkArchive(bytes: Uint8Array): FieldCode | null {
  const entries = readDirectory(bytes)
  if (!entries) return fieldCode('attachment_damaged')
  const unpacked = entries.reduce((total, entry) => total + entry.unpacked, 0)
  const isBomb =
    entries.length > fileLimits.entries ||
    unpacked > fileLimits.unpackedBytes ||
    entries.some((entry) => entry.unpacked > 1_000_000 && entry.unpacked > entry.packed * fileLimits.ratio)
  if (isBomb) return fieldCode('attachment_unpacks_too_large')
  if (entries.some(({ name }) => /(?:^|\/)vbaProject\.bin$|\.(?:exe|dll|js|vbs|bat|zip|7z|rar)$/i.test(name)))
    return fieldCode('attachment_macros')
  return null
}

/** Null where it is not an archive from its first byte to its last, or where entries lie over one another. */
function readDirectory(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null || view.getUint32(0, true) !== localSignature) return null
  const count = view.getUint16(end + 10, true)
  const start = view.getUint32(end + 16, true)
  if (start === wholeFile || start + view.getUint32(end + 12, true) !== end) return null
  const entries: Entry[] = []
  let at = start
  let packedInAll = 0
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) return null
    const nameLength = view.getUint16(at + 28, true)
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    if (packed === wholeFile || unpacked === wholeFile) return null
    entries.push({ name, packed, unpacked })
    packedInAll += packed
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return at === end && packedInAll <= start ? entries : null
}

/** Where the end record stands: it must end the file. */
function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === endSignature)
      return at + 22 + view.getUint16(at + 20, true) === view.byteLength ? at : null
  return null
}
