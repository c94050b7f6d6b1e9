import { openSha256 } from '../exports/sha256'
import type { ZipEntry } from '../exports/xlsx/zip'

const encoder = new TextEncoder()

export interface PackFile {
  path: string
  bytes: number
  /** Of a file of lines. */
  rows: number | null
  sha256: string
}

/** A file of the pack as it is made: of one object, of text, or of rows by the page. */
export type Content =
  | { path: string; object: () => Promise<unknown> }
  | { path: string; pages: () => AsyncIterable<readonly unknown[]> }

/** The file's entry in the archive; `onEnd` is told of it once it was written. */
export function entryOf(content: Content, onEnd: (file: PackFile) => void): ZipEntry {
  const { path } = content
  async function* bytes() {
    const hash = openSha256()
    let size = 0
    let rows = 0
    const noted = (text: string) => {
      const piece = encoder.encode(text)
      hash.add(piece)
      size += piece.length
      return piece
    }
    if ('object' in content) {
      const made = await content.object()
      yield noted(typeof made === 'string' ? made : `${JSON.stringify(made, null, 2)}\n`)
    } else
      for await (const page of content.pages()) {
        rows += page.length
        if (page.length > 0) yield noted(page.map((row) => `${JSON.stringify(row)}\n`).join(''))
      }
    onEnd({ path, bytes: size, rows: 'object' in content ? null : rows, sha256: hash.end() })
  }
  return { path, content: bytes() }
}
