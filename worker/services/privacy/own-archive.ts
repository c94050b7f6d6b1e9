import { sql } from 'drizzle-orm'
import type { ServiceContext } from '../../context'
import { beijingTimestamp } from '../../contract/beijing-time'
import { ownDataWords } from '../../contract/locales/own-data'
import { languages } from '../../contract/words'
import { decryptFile } from '../annexes/cipher'
import { byteStream } from '../exports/byte-stream'
import { type ZipEntry, zip } from '../exports/xlsx/zip'

/** What of a person is in the tables, by the names that their own copy has. */
export interface OwnData {
  about: 'comment' | 'account'
  data: Record<string, unknown>
  files: OwnFile[]
}

/** As {@link ownFileColumns} give it; what is confidential has the key that it lies under. */
export interface OwnFile {
  id: string
  name: string
  storageKey: string
  wrappedKey: string | null
}

/** Of `attachments AS a`. */
export const ownFileColumns = sql.raw(`a.id, a.file_name AS name, a.storage_key AS storageKey,
  (SELECT wrapped_key FROM annexes WHERE attachment_id = a.id) AS wrappedKey`)

export interface OwnArchive {
  takenAt: string
  stream: ReadableStream<Uint8Array>
}

/** A ZIP with the data as JSON, a page that says in both languages what they are, and the files, one after the other. */
export function ownArchive(ctx: ServiceContext, own: OwnData): OwnArchive {
  const takenAt = ctx.now.toISOString()
  return { takenAt, stream: byteStream(zip(entriesOf(ctx, own, takenAt), beijingTimestamp(takenAt))) }
}

async function* entriesOf(ctx: ServiceContext, own: OwnData, takenAt: string): AsyncGenerator<ZipEntry> {
  const data = { format: 'yanlu-own-data', version: 1, about: own.about, takenAt, ...own.data }
  yield { path: 'data.json', content: written(JSON.stringify(data, null, 2)) }
  for (const language of languages) {
    const words = ownDataWords[language]
    yield { path: words.file, content: written(explain(own, words, takenAt)) }
  }
  for (const [i, file] of own.files.entries()) {
    const content = await contentOf(ctx, file)
    if (content) yield { path: `attachments/${i + 1}-${file.name}`, content }
  }
}

/** The file as its owner sent it; null where it is gone or damaged. */
async function contentOf(
  ctx: ServiceContext,
  { id, storageKey, wrappedKey }: OwnFile,
): Promise<AsyncIterable<Uint8Array> | null> {
  const file = await ctx.files?.get(storageKey)
  if (!file) return null
  if (wrappedKey === null) return piecesOf(file.body)
  const stored = new Uint8Array(await new Response(file.body).arrayBuffer())
  const plain = await decryptFile(ctx, id, { stored, wrappedKey }).catch(() => null)
  return plain && whole(plain)
}

/** A line for each key that the data have, and what is never in them. */
function explain(own: OwnData, words: (typeof ownDataWords)['zh'], takenAt: string): string {
  const lines = Object.entries(own.data).map(([key, value]) => {
    const count = Array.isArray(value) ? words.count(value.length) : value === null ? words.none : ''
    return `${key}${words.colon}${words.keys[key] ?? ''}${count}`
  })
  const moment = `${beijingTimestamp(takenAt)} ${words.beijing}`
  return [words.title[own.about], moment, '', ...words.lead, '', ...lines, '', ...words.end, ''].join('\r\n')
}

const written = (text: string) => whole(new TextEncoder().encode(text))

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } finally {
    await reader.cancel()
  }
}
