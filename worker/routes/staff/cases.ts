import { Hono } from 'hono'
import {
  assignedSchema,
  assignSchema,
  caseCountsSchema,
  caseListSchema,
  caseParamSchema,
  casesQuerySchema,
  caseViewSchema,
} from '../../contract/casework'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { assignCases } from '../../services/casework/assign-cases'
import { getCase } from '../../services/casework/get-case'
import { listCases } from '../../services/casework/list-cases'
import { readCaseCounts } from '../../services/casework/read-case-counts'
import { describe } from '../describe'
import { presentRefused } from './refused'

const forStaff = ['unauthenticated', 'forbidden'] as const

/** The formal handling of every accepted comment: whose it is, and by when. */
export const caseRoutes = new Hono<HonoEnv>()
  .get(
    '/cases',
    describe({
      summary: 'Cases: what is to be done oldest first, what is late by its day, what is done newest first',
      ok: { schema: caseListSchema },
      errors: [...forStaff, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', casesQuerySchema),
    async (c) => c.json(await listCases(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/cases/counts',
    describe({
      summary: 'How many cases are to be done, by unit, overdue, and assigned to whoever asks',
      ok: { schema: caseCountsSchema },
      errors: [...forStaff],
    }),
    async (c) => c.json(await readCaseCounts(c.var.ctx)),
  )
  .get(
    '/cases/:publicId',
    describe({
      summary:
        'A case with the comment’s text, its clause and thread, the breakdown of its measure, and the notes',
      ok: { schema: caseViewSchema },
      errors: [...forStaff, 'invalid_input', 'not_found'],
    }),
    validate('param', caseParamSchema),
    async (c) => c.json(await getCase(c.var.ctx, c.req.valid('param').publicId)),
  )
  .post(
    '/assignments',
    describe({
      summary:
        'Give cases to a unit, a colleague or a day; those that others changed meanwhile or that are another unit’s are named and left',
      ok: { schema: assignedSchema },
      errors: [
        ...forStaff,
        'bad_json',
        'unsupported_media_type',
        'wrong_origin',
        'invalid_input',
        'not_found',
      ],
    }),
    validate('json', assignSchema),
    async (c) => {
      const { refused, ...standing } = await assignCases(c.var.ctx, c.req.valid('json'))
      return c.json({ ...standing, refused: presentRefused(c, refused) })
    },
  )
