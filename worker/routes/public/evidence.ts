import { Hono } from 'hono'
import { openDataParamSchema } from '../../contract/exports'
import type { HonoEnv } from '../../hono-env'
import { assertWithinLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { describe } from '../describe'
import { sendRecorded } from '../download'

const zipType = 'application/zip'
const extension = '.zip'
const cacheFor = 'public, max-age=300'

export const evidenceRoutes = new Hono<HonoEnv>().get(
  '/evidence/:file',
  describe({
    summary:
      'The evidence pack of a consultation, by its key with .zip, once its result is public: all that its figures are computed from',
    ok: { file: zipType },
    errors: ['invalid_input', 'not_found', 'rate_limited'],
  }),
  validate('param', openDataParamSchema),
  async (c) => {
    const { file } = c.req.valid('param')
    const { findEvidence } = await import('../../services/evidence/take-evidence')
    const key = file.slice(0, -extension.length)
    const found = await findEvidence(c.var.ctx, { key, audience: 'public' }, c.var.deps.now)
    const tag = `"${found.tag}"`
    if (c.req.header('if-none-match')?.includes(tag))
      return c.body(null, 304, { etag: tag, 'cache-control': cacheFor })
    await assertWithinLimit(c, 'DOWNLOAD_LIMIT')
    const answer = sendRecorded(c, await found.send(), zipType, `${found.key}-evidence.zip`)
    answer.headers.set('cache-control', cacheFor)
    answer.headers.set('etag', tag)
    answer.headers.set('last-modified', new Date(found.takenAt).toUTCString())
    answer.headers.delete('x-export-id')
    return answer
  },
)
