import type { Context } from 'hono'
import { beijingTimestamp } from '../contract/beijing-time'
import type { HonoEnv } from '../hono-env'
import { keepAlive } from '../middleware/request-context'

export const csvType = 'text/csv; charset=utf-8'
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const zipType = 'application/zip'
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** yanlu-comments-20210419-0912.csv, Beijing time. */
export function fileName(what: string, takenAt: string, extension: string): string {
  const [day = '', clock = ''] = beijingTimestamp(takenAt).replace(/[-:]/g, '').split(' ')
  return `yanlu-${what}-${day}-${clock.slice(0, 4)}.${extension}`
}

interface Sent {
  id: string
  stream: ReadableStream<Uint8Array>
  ended: Promise<void>
}

/** A file that is on record: how the sending ended is written down even where its reader has gone. */
export function sendRecorded(c: Context<HonoEnv>, { id, stream, ended }: Sent, type: string, name: string) {
  keepAlive(c, ended)
  return sendFile(piped(stream), type, name, { 'x-export-id': id })
}

/**
 * Through workerd's own pipe where there is one: a stream made in JavaScript is not told when a write to its reader fails, so
 * that what stands behind it would wait for ever.
 */
function piped(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { IdentityTransformStream: Pipe } = globalThis as { IdentityTransformStream?: new () => Pipe }
  if (!Pipe) return body
  const { readable, writable } = new Pipe()
  body.pipeTo(writable).catch(() => {})
  return readable
}

type Pipe = TransformStream<Uint8Array, Uint8Array>

/** What somebody else made is only ever saved: nothing of it runs, whatever a browser makes of it. */
export function sendForeign({ name, mediaType, body }: Foreign): Response {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  const plain = `attachment${/\.[a-z]{3,4}$/i.exec(name)?.[0] ?? ''}`
  return sendFile(body, mediaType, plain, {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
  })
}

interface Foreign {
  name: string
  mediaType: string
  body: ReadableStream<Uint8Array>
}

export function sendFile(
  body: ReadableStream<Uint8Array>,
  type: string,
  name: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
