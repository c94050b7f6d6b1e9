import type { FileView } from '../../worker/contract/files'
import { keepFile } from '../../worker/services/files/keep-file'
import { makeComment, type TestComment } from './make-comment'
import type { TestApp } from './test-app'

const encoder = new TextEncoder()

/** A small PDF, or one of so many bytes. */
export function pdfOf(text: string, size?: number): Uint8Array<ArrayBuffer> {
  const small = encoder.encode(`%PDF-1.7\n% ${text}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`)
  if (size === undefined) return small
  const large = new Uint8Array(size)
  large.set(small)
  return large
}

/** A file as a form brings it, beside what else is in the form. */
export function uploadOf(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  fields: Record<string, string> = {},
): FormData {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([bytes], name))
  return form
}

/** Sends such a form. */
export function upload(
  app: TestApp,
  path: string,
  body: FormData,
  { as }: { as?: string } = {},
): Promise<Response> {
  return app.request(path, { method: 'POST', body, ...(as && { headers: { cookie: as } }) })
}

/** A file that is uploaded and not sent yet. */
export const makeUpload = (app: TestApp, name = '测算.pdf'): Promise<FileView> =>
  keepFile(app.context(), { name, bytes: pdfOf(name) })

/** A comment with a file that its author attached. */
export async function makeAttachment(
  app: TestApp,
  change: Parameters<typeof makeComment>[1] = {},
): Promise<TestComment & { file: FileView }> {
  const file = await makeUpload(app)
  return { ...(await makeComment(app, { ...change, attachments: [file.id] })), file }
}
