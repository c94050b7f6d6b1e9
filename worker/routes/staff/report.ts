import { Hono } from 'hono'
import { reportQuerySchema } from '../../contract/exports'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { validate } from '../../middleware/validate'
import { describe } from '../describe'
import { docxType, fileName, sendRecorded } from '../download'

export const reportRoutes = new Hono<HonoEnv>().get(
  '/exports/report.docx',
  describe({
    summary:
      'The report on the adoption of comments, in the layout of official documents, names masked: as everybody may read it, or for the office with the comments that are not public',
    ok: { file: docxType },
    errors: ['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'invalid_input', 'not_found'],
  }),
  onPurpose,
  validate('query', reportQuerySchema),
  async (c) => {
    const { takeReport } = await import('../../services/report/take-report')
    const { audience = 'public' } = c.req.valid('query')
    const file = await takeReport(c.var.ctx, audience, c.var.deps.now)
    const marks = `${audience === 'staff' ? '-internal' : ''}${file.isDraft ? '-draft' : ''}`
    return sendRecorded(c, file, docxType, fileName(`report${marks}`, file.takenAt, 'docx'))
  },
)
