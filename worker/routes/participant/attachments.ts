import { Hono } from 'hono'
import { fileViewSchema, uploadSchema } from '../../contract/files'
import type { HonoEnv } from '../../hono-env'
import { rateLimit, sourceOf } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { keepAnnex } from '../../services/annexes/keep-annex'
import { keepFile } from '../../services/files/keep-file'
import { describe } from '../describe'

export const attachmentRoutes = new Hono<HonoEnv>().post(
  '/attachments',
  describe({
    summary:
      'Upload a file (PDF, DOCX, XLSX, JPG, PNG; 20 MB at most) that is to be sent with a comment within a day; only the department reads it',
    ok: { schema: fileViewSchema, status: 201 },
    errors: [
      'unsupported_media_type',
      'body_too_large',
      'invalid_input',
      'not_found',
      'consultation_not_open',
      'consultation_closed',
      'files_unavailable',
      'wrong_origin',
      'rate_limited',
      'uploads_full',
    ],
  }),
  rateLimit('SUBMIT_LIMIT'),
  validate('form', uploadSchema),
  async (c) => {
    const { file, confidential } = c.req.valid('form')
    const bytes = new Uint8Array(await file.arrayBuffer())
    c.header('cache-control', 'no-store')
    const upload = { name: file.name, bytes }
    const kept = confidential
      ? await keepAnnex(c.var.ctx, upload, sourceOf(c))
      : await keepFile(c.var.ctx, upload, sourceOf(c))
    return c.json(kept, 201)
  },
)
