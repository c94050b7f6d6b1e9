import { Hono } from 'hono'
import { beijingTimestamp } from '../../contract/beijing-time'
import { exportQuerySchema } from '../../contract/staff'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { exportComments } from '../../services/exports/export-comments'
import { describe } from '../describe'

const csv = 'text/csv; charset=utf-8'
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The writers are loaded when somebody exports, and not before. */
export const exportRoutes = new Hono<HonoEnv>()
  .get(
    '/exports/comments.csv',
    describe({
      summary: 'The comments that the filters select, as CSV (UTF-8 with BOM, CRLF, formula-safe), streamed',
      ok: { file: 'text/csv' },
      errors: ['unauthenticated', 'forbidden', 'invalid_input', 'not_found'],
    }),
    validate('query', exportQuerySchema),
    async (c) => {
      const { about, rows } = await exportComments(c.var.ctx, 'csv', c.req.valid('query'))
      const { streamCsv } = await import('../../services/exports/stream-csv')
      return download(streamCsv(rows), csv, fileName('comments', about.takenAt, 'csv'))
    },
  )
  .get(
    '/exports/comments.xlsx',
    describe({
      summary: 'The comments that the filters select, as a workbook with its data dictionary, streamed',
      ok: { file: xlsx },
      errors: ['unauthenticated', 'forbidden', 'invalid_input', 'not_found'],
    }),
    validate('query', exportQuerySchema),
    async (c) => {
      const { about, rows } = await exportComments(c.var.ctx, 'xlsx', c.req.valid('query'))
      const { streamXlsx } = await import('../../services/exports/stream-xlsx')
      return download(streamXlsx(rows, about), xlsx, fileName('comments', about.takenAt, 'xlsx'))
    },
  )
  .get(
    '/exports/dictionary.csv',
    describe({
      summary: 'The data dictionary of the exports',
      ok: { file: 'text/csv' },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => {
      const { streamDictionaryCsv } = await import('../../services/exports/dictionary')
      return download(streamDictionaryCsv(), csv, fileName('dictionary', c.var.ctx.now.toISOString(), 'csv'))
    },
  )

/** comments-20210419-0912.csv, Beijing time. */
function fileName(what: string, takenAt: string, extension: string): string {
  const [day = '', clock = ''] = beijingTimestamp(takenAt).replace(/[-:]/g, '').split(' ')
  return `yanlu-${what}-${day}-${clock.slice(0, 4)}.${extension}`
}

function download(body: ReadableStream<Uint8Array>, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
