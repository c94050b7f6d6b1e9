import { Hono } from 'hono'
import {
  consistencyQuerySchema,
  consistencyViewSchema,
  entriesQuerySchema,
  entriesViewSchema,
  headsQuerySchema,
  headsViewSchema,
  inclusionQuerySchema,
  inclusionViewSchema,
} from '../../contract/transparency'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { listEntries } from '../../services/transparency/list-entries'
import { listHeads } from '../../services/transparency/list-heads'
import { proveConsistency } from '../../services/transparency/prove-consistency'
import { proveInclusion } from '../../services/transparency/prove-inclusion'
import { describe } from '../describe'

export const transparencyRoutes = new Hono<HonoEnv>()
  .get(
    '/transparency',
    describe({
      summary: 'The heads of the sealed audit log, the newest first',
      ok: { schema: headsViewSchema },
      errors: ['invalid_input', 'invalid_cursor'],
    }),
    validate('query', headsQuerySchema),
    async (c) => c.json(await listHeads(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/transparency/entries',
    describe({
      summary: 'What was sealed, in its order, without persons',
      ok: { schema: entriesViewSchema },
      errors: ['invalid_input', 'invalid_cursor'],
    }),
    validate('query', entriesQuerySchema),
    async (c) => c.json(await listEntries(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/transparency/inclusion',
    describe({
      summary: 'What is sealed about a comment, each entry proved against the newest head',
      ok: { schema: inclusionViewSchema },
      errors: ['invalid_input'],
    }),
    validate('query', inclusionQuerySchema),
    async (c) => c.json(await proveInclusion(c.var.ctx, c.req.valid('query').publicId)),
  )
  .get(
    '/transparency/consistency',
    describe({
      summary: 'Proof that a later state of the sealed log begins with an earlier one',
      ok: { schema: consistencyViewSchema },
      errors: ['invalid_input', 'not_found'],
    }),
    validate('query', consistencyQuerySchema),
    async (c) => c.json(await proveConsistency(c.var.ctx, c.req.valid('query'))),
  )
