import { Hono } from 'hono'
import { fileParamSchema } from '../../contract/files'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { validate } from '../../middleware/validate'
import { openFile } from '../../services/files/open-file'
import { describe } from '../describe'
import { sendForeign } from '../download'

export const attachmentStaffRoutes = new Hono<HonoEnv>().get(
  '/attachments/:id',
  describe({
    summary: 'A file attached to a comment, for staff; that it was opened is recorded',
    ok: { file: 'application/octet-stream' },
    errors: ['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'invalid_input', 'not_found'],
  }),
  onPurpose,
  validate('param', fileParamSchema),
  async (c) => sendForeign(await openFile(c.var.ctx, c.req.valid('param').id, 'staff')),
)
