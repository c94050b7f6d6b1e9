import { Hono } from 'hono'
import { fileViewSchema, uploadSchema } from '../../contract/files'
import type { HonoEnv } from '../../hono-env'
import { rateLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
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
    ],
  }),
  rateLimit('SUBMIT_LIMIT'),
  validate('form', uploadSchema),
  async (c) => {
    const { file } = c.req.valid('form')
    const bytes = new Uint8Array(await file.arrayBuffer())
    c.header('cache-control', 'no-store')
    return c.json(await keepFile(c.var.ctx, { name: file.name, bytes }), 201)
  },
)
