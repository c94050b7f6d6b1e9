import { Hono } from 'hono'
import { exportListSchema, exportParamSchema, exportRecordViewSchema } from '../../contract/exports'
import { exportQuerySchema } from '../../contract/staff'
import type { HonoEnv } from '../../hono-env'
import { onPurpose } from '../../middleware/on-purpose'
import { validate } from '../../middleware/validate'
import { cancelExport } from '../../services/exports/record/cancel-export'
import { listExports } from '../../services/exports/record/list-exports'
import { describe } from '../describe'
import { csvType, fileName, sendFile, sendRecorded, xlsxType } from '../download'

const refusals = [
  ...(['unauthenticated', 'forbidden', 'opened_from_elsewhere', 'invalid_input', 'not_found'] as const),
]

/** The writers are loaded when somebody exports, and not before. */
const loadWriters = () => import('../../services/exports/take-export')

export const exportRoutes = new Hono<HonoEnv>()
  .get(
    '/exports',
    describe({
      summary:
        'The newest exports: who took what, how far it is, how it ended, and the hash of what was sent',
      ok: { schema: exportListSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await listExports(c.var.ctx)),
  )
  .post(
    '/exports/:id/cancel',
    describe({
      summary: 'Stop an export at its next page: one’s own, or as an administrator any',
      ok: { schema: exportRecordViewSchema },
      errors: ['unauthenticated', 'forbidden', 'wrong_origin', 'invalid_input', 'not_found', 'export_ended'],
    }),
    validate('param', exportParamSchema),
    async (c) => c.json(await cancelExport(c.var.ctx, c.req.valid('param').id)),
  )
  .get(
    '/exports/comments.csv',
    describe({
      summary: 'The comments that the filters select, as CSV (UTF-8 with BOM, CRLF, formula-safe), streamed',
      ok: { file: 'text/csv' },
      errors: refusals,
    }),
    onPurpose,
    validate('query', exportQuerySchema),
    async (c) => {
      const { takeExport } = await loadWriters()
      const file = await takeExport(c.var.ctx, 'comments.csv', c.req.valid('query'), c.var.deps.now)
      return sendRecorded(c, file, csvType, fileName('comments', file.takenAt, 'csv'))
    },
  )
  .get(
    '/exports/comments.xlsx',
    describe({
      summary:
        'The comments that the filters select, as a workbook with totals, ledger and data dictionary, streamed',
      ok: { file: xlsxType },
      errors: refusals,
    }),
    onPurpose,
    validate('query', exportQuerySchema),
    async (c) => {
      const { takeExport } = await loadWriters()
      const file = await takeExport(c.var.ctx, 'comments.xlsx', c.req.valid('query'), c.var.deps.now)
      return sendRecorded(c, file, xlsxType, fileName('comments', file.takenAt, 'xlsx'))
    },
  )
  .get(
    '/exports/adoption.csv',
    describe({
      summary:
        'What became of the admissible comments that the filters select, near-identical ones in one row, as CSV',
      ok: { file: 'text/csv' },
      errors: refusals,
    }),
    onPurpose,
    validate('query', exportQuerySchema),
    async (c) => {
      const { takeExport } = await loadWriters()
      const file = await takeExport(c.var.ctx, 'adoption.csv', c.req.valid('query'), c.var.deps.now)
      return sendRecorded(c, file, csvType, fileName('adoption', file.takenAt, 'csv'))
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
      const name = fileName('dictionary', c.var.ctx.now.toISOString(), 'csv')
      return sendFile(streamDictionaryCsv(), csvType, name)
    },
  )
