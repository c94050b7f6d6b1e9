import { Hono } from 'hono'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { describe } from '../describe'
import { fileName, sendRecorded } from '../download'

export const evidenceStaffRoutes = new Hono<HonoEnv>().get(
  '/evidence.zip',
  describe({
    summary: 'The evidence pack as it stands, before the result is public too',
    ok: { file: 'application/zip' },
    errors: ['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'not_found'],
  }),
  onPurpose,
  async (c) => {
    const { findEvidence } = await import('../../services/evidence/take-evidence')
    const found = await findEvidence(c.var.ctx, { audience: 'staff' }, c.var.deps.now)
    const file = await found.send()
    return sendRecorded(c, file, 'application/zip', fileName('evidence', file.takenAt, 'zip'))
  },
)
