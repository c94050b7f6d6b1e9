import type { Context } from 'hono'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit, sourceOf } from '../middleware/rate-limit'
import { keepDocument } from '../services/enterprises/document'

/** Keeps the document that came with a form, as its verb takes it; nothing where none came. */
export async function keepDocumentOf(c: Context<HonoEnv>, file: File | null): Promise<{ file?: string }> {
  if (!file) return {}
  await assertWithinLimit(c, 'SUBMIT_LIMIT')
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { file: (await keepDocument(c.var.ctx, { name: file.name, bytes }, sourceOf(c))).id }
}
