import { Hono } from 'hono'
import {
  blindCodingSchema,
  closeSampleSchema,
  coderListSchema,
  codingAgreementSchema,
  newSampleSchema,
  sampleListSchema,
  samplePageSchema,
  sampleQuerySchema,
  sampleViewSchema,
} from '../../contract/coding-samples'
import { ordinalParamSchema } from '../../contract/fields'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { closeSample } from '../../services/coding/close-sample'
import { codeBlind } from '../../services/coding/code-blind'
import { drawSample } from '../../services/coding/draw-sample'
import { listCoders } from '../../services/coding/list-coders'
import { listSampleComments } from '../../services/coding/list-sample-comments'
import { readCodingAgreement } from '../../services/coding/read-coding-agreement'
import { listSamples } from '../../services/coding/read-samples'
import { describe } from '../describe'

const forStaff = ['unauthenticated', 'forbidden'] as const
const aWrite = [
  'bad_json',
  'unsupported_media_type',
  'unauthenticated',
  'forbidden',
  'wrong_origin',
  'invalid_input',
] as const

/** Samples that two people code without seeing each other’s codes. */
export const sampleRoutes = new Hono<HonoEnv>()
  .get(
    '/coders',
    describe({
      summary: 'Colleagues who may code a sample',
      ok: { schema: coderListSchema },
      errors: [...forStaff],
    }),
    async (c) => c.json({ items: await listCoders(c.var.ctx) }),
  )
  .get(
    '/samples',
    describe({
      summary: 'The samples for double coding, the newest first',
      ok: { schema: sampleListSchema },
      errors: [...forStaff],
    }),
    async (c) => c.json({ items: await listSamples(c.var.ctx) }),
  )
  .post(
    '/samples',
    describe({
      summary: 'Draw a sample for two people to code blind',
      ok: { schema: sampleViewSchema },
      errors: [...aWrite, 'codebook_missing', 'sample_too_large'],
    }),
    validate('json', newSampleSchema),
    async (c) => c.json(await drawSample(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/samples/:id/comments',
    describe({
      summary: 'The comments of a sample, for one of its coders',
      ok: { schema: samplePageSchema },
      errors: [...forStaff, 'invalid_input', 'invalid_cursor', 'not_found'],
    }),
    validate('param', ordinalParamSchema),
    validate('query', sampleQuerySchema),
    async (c) => c.json(await listSampleComments(c.var.ctx, c.req.valid('param').id, c.req.valid('query'))),
  )
  .post(
    '/samples/:id/codings',
    describe({
      summary: 'Give a comment of a sample its codes, blind',
      ok: { schema: sampleViewSchema },
      errors: [...aWrite, 'not_found', 'sample_closed'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', blindCodingSchema),
    async (c) => c.json(await codeBlind(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/samples/:id/close',
    describe({
      summary: 'Close a sample, so that its result can be read',
      ok: { schema: sampleViewSchema },
      errors: [...aWrite, 'not_found', 'sample_unfinished'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', closeSampleSchema),
    async (c) => c.json(await closeSample(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .get(
    '/samples/:id/agreement',
    describe({
      summary: 'How far the two coders of a closed sample agree, code by code',
      ok: { schema: codingAgreementSchema },
      errors: [...forStaff, 'invalid_input', 'not_found', 'sample_open'],
    }),
    validate('param', ordinalParamSchema),
    async (c) => c.json(await readCodingAgreement(c.var.ctx, c.req.valid('param').id)),
  )
