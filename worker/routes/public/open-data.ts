import { Hono } from 'hono'
import { openDataParamSchema } from '../../contract/exports'
import type { HonoEnv } from '../../hono-env'
import { assertWithinLimit } from '../../middleware/rate-limit'
import { validate } from '../../middleware/validate'
import { describe } from '../describe'
import { sendRecorded } from '../download'

const zipType = 'application/zip'
const extension = '.zip'

/** Anybody may keep it for as long; the tag tells whether it is still the same. */
const cacheFor = 'public, max-age=300'

export const openDataRoutes = new Hono<HonoEnv>().get(
  '/open-data/:file',
  describe({
    summary:
      'Open data of a consultation, by its key with .zip: CSV, JSON Lines, datapackage.json and SHA256SUMS',
    ok: { file: zipType },
    errors: ['invalid_input', 'not_found', 'rate_limited'],
  }),
  validate('param', openDataParamSchema),
  async (c) => {
    const { file } = c.req.valid('param')
    const { findOpenData } = await import('../../services/exports/open-data/take-open-data')
    const found = await findOpenData(c.var.ctx, file.slice(0, -extension.length), c.var.deps.now)
    const tag = `"${found.tag}"`
    if (c.req.header('if-none-match')?.includes(tag))
      return c.body(null, 304, { etag: tag, 'cache-control': cacheFor })
    await assertWithinLimit(c, 'DOWNLOAD_LIMIT')
    const answer = sendRecorded(c, await found.send(), zipType, file)
    answer.headers.set('cache-control', cacheFor)
    answer.headers.set('etag', tag)
    answer.headers.set('last-modified', new Date(found.takenAt).toUTCString())
    answer.headers.delete('x-export-id')
    return answer
  },
)
