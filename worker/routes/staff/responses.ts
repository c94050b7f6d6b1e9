import { Hono } from 'hono'
import * as v from 'valibot'
import { publicIdSchema } from '../../contract/comments'
import { caseCountSchema, countCasesSchema } from '../../contract/dispositions'
import { ordinalParamSchema } from '../../contract/fields'
import {
  linkCommentsSchema,
  newResponseSchema,
  newVersionSchema,
  responseListSchema,
  responseOfViewSchema,
  responseStepSchema,
  responsesQuerySchema,
  responseViewSchema,
  sendBackSchema,
  writtenViewSchema,
} from '../../contract/responses'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { countCases } from '../../services/dispositions/count-cases'
import { approveResponse } from '../../services/responses/approve-response'
import { getResponse } from '../../services/responses/get-response'
import { getResponseOf } from '../../services/responses/get-response-of'
import { linkComments } from '../../services/responses/link-comments'
import { listResponses } from '../../services/responses/list-responses'
import { reviewResponse } from '../../services/responses/review-response'
import { sendBackResponse } from '../../services/responses/send-back-response'
import { writeResponse } from '../../services/responses/write-response'
import { writeVersion } from '../../services/responses/write-version'
import { describe } from '../describe'
import { presentRefused } from './refused'

const guarded = ['unauthenticated', 'forbidden'] as const
const sent = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const
const step = [...guarded, ...sent, 'not_found', 'response_changed', 'response_step_refused'] as const

/** The department's answers, from draft to publication. */
export const responseRoutes = new Hono<HonoEnv>()
  .get(
    '/responses',
    describe({
      summary: 'Answers, newest first, with how many there are in each state',
      ok: { schema: responseListSchema },
      errors: [...guarded, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', responsesQuerySchema),
    async (c) => c.json(await listResponses(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/responses/:id',
    describe({
      summary: 'An answer with all its versions and steps, and the comments it answers',
      ok: { schema: responseViewSchema },
      errors: [...guarded, 'invalid_input', 'not_found'],
    }),
    validate('param', ordinalParamSchema),
    async (c) => c.json(await getResponse(c.var.ctx, c.req.valid('param').id)),
  )
  .get(
    '/responses/of/:publicId',
    describe({
      summary: 'The answer that a comment has or is to have',
      ok: { schema: responseOfViewSchema },
      errors: [...guarded, 'invalid_input', 'not_found'],
    }),
    validate('param', v.object({ publicId: publicIdSchema })),
    async (c) => c.json(await getResponseOf(c.var.ctx, c.req.valid('param').publicId)),
  )
  .post(
    '/responses/comments/count',
    describe({
      summary: 'How many comments without an answer a selection holds, and which',
      ok: { schema: caseCountSchema },
      errors: [...guarded, ...sent],
    }),
    validate('json', countCasesSchema),
    async (c) => c.json(await countCases(c.var.ctx, c.req.valid('json'), 'response')),
  )
  .post(
    '/responses',
    describe({
      summary: 'Write the first version of an answer to comments, or to a measure',
      ok: { schema: writtenViewSchema, status: 201 },
      errors: [...guarded, ...sent, 'not_found', 'case_closed', 'already_answered'],
    }),
    validate('json', newResponseSchema),
    async (c) => {
      const { response, refused } = await writeResponse(c.var.ctx, c.req.valid('json'))
      return c.json({ response, refused: presentRefused(c, refused) }, 201)
    },
  )
  .post(
    '/responses/:id/versions',
    describe({
      summary: 'Write another version of a draft, or of what is public',
      ok: { schema: responseViewSchema },
      errors: [...step],
    }),
    validate('param', ordinalParamSchema),
    validate('json', newVersionSchema),
    async (c) => c.json(await writeVersion(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/responses/:id/review',
    describe({
      summary: 'Find a colleague’s draft right',
      ok: { schema: responseViewSchema },
      errors: [...step, 'colleague_required'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', responseStepSchema),
    async (c) => c.json(await reviewResponse(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/responses/:id/approve',
    describe({
      summary: 'Let an answer be made public, as the head of its unit',
      ok: { schema: responseViewSchema },
      errors: [...step, 'colleague_required', 'head_required'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', responseStepSchema),
    async (c) => c.json(await approveResponse(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/responses/:id/send-back',
    describe({
      summary: 'Send an answer back to its writer, with the reason',
      ok: { schema: responseViewSchema },
      errors: [...step, 'head_required'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', sendBackSchema),
    async (c) => c.json(await sendBackResponse(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/responses/:id/comments',
    describe({
      summary: 'Change which comments a draft answers',
      ok: { schema: responseViewSchema },
      errors: [...step, 'case_closed', 'already_answered'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', linkCommentsSchema),
    async (c) => c.json(await linkComments(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
