import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { measureKeySchema } from '../contract/comments'
import { adoptionQuerySchema } from '../contract/results'
import { AppError } from '../errors'
import type { HonoEnv } from '../hono-env'
import { assertWithinLimit } from '../middleware/rate-limit'
import { openReportScope, readReport } from '../services/report/read-report'
import { reportText } from '../services/report/report-text'
import { readMeasureResult } from '../services/results/read-measure-result'
import { readResult } from '../services/results/read-result'
import { readAddress, withoutEmpty } from './read-input'
import { show } from './show'

/** What the consultation came to: you said, we did. */
export const resultPages = new Hono<HonoEnv>()
  .get('/results', async (c) => show(c, { view: 'results', ...(await readResult(c.var.ctx)) }))
  .get('/results/print', etag(), async (c) => {
    const { ctx } = c.var
    const scope = await openReportScope(ctx)
    if (!scope.isDisclosed) throw new AppError('not_found')
    await assertWithinLimit(c, 'DOWNLOAD_LIMIT')
    const report = await readReport(ctx, scope)
    const { about, rows } = report
    return show(c, { view: 'report', text: reportText(report), rows, authority: about.authority })
  })
  .get('/results/:key', async (c) => {
    const key = readAddress(measureKeySchema, c.req.param('key'))
    const query = readAddress(adoptionQuerySchema, withoutEmpty(c.req.query()))
    const { ctx } = c.var
    const [view, measure] = await Promise.all([readResult(ctx), readMeasureResult(ctx, key, query)])
    return show(c, { view: 'measure-result', ...view, ...measure, query })
  })
