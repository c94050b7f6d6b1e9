import { type FieldCode, fieldCode } from '../../contract/errors'
import { type FileType, fileLimits, fileTypes } from '../../contract/files'
import { checkArchive } from './read-archive'

/** What a file is found to be, or why it is refused. By its content: the name is only held against it. */
export async function checkFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ type: FileType } | { refused: FieldCode }> {
  const refused = (code: FieldCode) => ({ refused: fieldCode(code) })
  if (bytes.length === 0) return refused('attachment_empty')
  if (bytes.length > fileLimits.bytes) return refused('attachment_too_large')
  const isArchive = startsWith(bytes, 'PK\u0003\u0004')
  const found = isArchive ? checkArchive(bytes) : null
  if (found) return refused(found)
  const type = await typeOf(bytes)
  if (!type) return refused('attachment_type_unknown')
  if (extensionOf(name) !== type) return refused('attachment_type_differs')
  if (!isArchive && isTwoThings(type, bytes)) return refused('attachment_mixed')
  return { type }
}

/** `jpg` of `Scan.JPEG`; null where the name has none that may be attached. */
function extensionOf(name: string): FileType | null {
  const extension = /\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg')
  return (Object.keys(fileTypes) as FileType[]).find((type) => type === extension) ?? null
}

async function typeOf(bytes: Uint8Array): Promise<FileType | null> {
  const { fileTypeFromBuffer } = await import('file-type/core')
  try {
    const found = await fileTypeFromBuffer(bytes)
    return (Object.keys(fileTypes) as FileType[]).find((type) => fileTypes[type] === found?.mime) ?? null
  } catch {
    return null
  }
}

/** A second file inside the first: an archive behind its end, or a page or a script at its beginning. */
function isTwoThings(type: FileType, bytes: Uint8Array): boolean {
  const head = latin(bytes.subarray(0, 1024)).toLowerCase()
  if (/<(?:!doctype|html|script|svg|body|\?php)/.test(head)) return true
  if (type === 'pdf' ? !head.startsWith('%pdf-') : head.includes('%pdf-')) return true
  return latin(bytes.subarray(-66_000)).includes('PK\u0005\u0006')
}

const startsWith = (bytes: Uint8Array, text: string) => latin(bytes.subarray(0, text.length)) === text

const latin = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
