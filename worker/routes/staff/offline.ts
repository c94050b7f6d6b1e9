import { Hono } from 'hono'
import { commentReceiptSchema } from '../../contract/comments'
import {
  checkImportSchema,
  importCheckSchema,
  importedSchema,
  importOpinionsSchema,
  newOfflineOpinionSchema,
  offlineViewSchema,
} from '../../contract/offline'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { enterOpinion } from '../../services/offline/enter-opinion'
import { listOffline } from '../../services/offline/list-offline'
import { describe } from '../describe'
import { csvType, sendFile, xlsxType } from '../download'

const guarded = ['unauthenticated', 'forbidden', 'not_found'] as const
const writes = [
  ...['bad_json', 'unsupported_media_type', 'body_too_large', 'invalid_input', 'wrong_origin'],
  ...['consultation_not_open', 'already_published'],
] as const

/** What reads and writes spreadsheets is loaded when somebody needs it. */
const loadCheck = () => import('../../services/offline/check-import')
const loadImport = () => import('../../services/offline/import-opinions')
const loadTemplate = () => import('../../services/offline/make-template')

/** Opinions that reached the department past the site. */
export const offlineRoutes = new Hono<HonoEnv>()
  .get(
    '/offline',
    describe({
      summary: 'What came in by which channel, and the files of opinions that were imported',
      ok: { schema: offlineViewSchema },
      errors: [...guarded],
    }),
    async (c) => c.json(await listOffline(c.var.ctx)),
  )
  .post(
    '/offline',
    describe({
      summary:
        'Enter an opinion that came by letter, mail, telephone, in a meeting or from another department; the same once more under the same key has the same receipt',
      ok: { schema: commentReceiptSchema, status: 201 },
      errors: [...guarded, ...writes, 'entry_differs'],
    }),
    validate('json', newOfflineOpinionSchema),
    async (c) => c.json(await enterOpinion(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/offline/check',
    describe({
      summary:
        'Check a file of opinions (XLSX or CSV of the template, 2,000 rows and 5 MB at most); writes nothing',
      ok: { schema: importCheckSchema },
      errors: [...guarded, ...writes],
    }),
    validate('json', checkImportSchema),
    async (c) => c.json(await (await loadCheck()).checkImport(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/offline/import',
    describe({
      summary:
        'Import the file that was checked, all of it or nothing; whoever imported it before is given the same receipts again',
      ok: { schema: importedSchema, status: 201 },
      errors: [...guarded, ...writes, 'already_imported', 'file_differs', 'rows_have_errors'],
    }),
    validate('json', importOpinionsSchema),
    async (c) => c.json(await (await loadImport()).importOpinions(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/offline/template.xlsx',
    describe({
      summary: 'The template for opinions that came in past the site, with lists to choose from',
      ok: { file: xlsxType },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async () => {
      const bytes = await (await loadTemplate()).makeXlsxTemplate()
      return sendFile(
        new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
        xlsxType,
        'yanlu-offline-template.xlsx',
      )
    },
  )
  .get(
    '/offline/template.csv',
    describe({
      summary: 'The same as CSV: its headings',
      ok: { file: 'text/csv' },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async () => {
      const bytes = (await loadTemplate()).makeCsvTemplate()
      return sendFile(
        new Blob([bytes as Uint8Array<ArrayBuffer>]).stream(),
        csvType,
        'yanlu-offline-template.csv',
      )
    },
  )
