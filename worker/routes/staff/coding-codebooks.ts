import { Hono } from 'hono'
import {
  codebookListSchema,
  codebookViewSchema,
  codeChangeSchema,
  discardSchema,
  lintViewSchema,
  newCodeSchema,
  orderSchema,
  publishCodebookSchema,
  retireSchema,
  versionParamSchema,
} from '../../contract/codebook'
import { ordinalParamSchema } from '../../contract/fields'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { addCode } from '../../services/coding/add-code'
import { changeCode } from '../../services/coding/change-code'
import { discardDraft } from '../../services/coding/discard-draft'
import { getCodebook } from '../../services/coding/get-codebook'
import { listCodebooks } from '../../services/coding/list-codebooks'
import { orderCodes } from '../../services/coding/order-codes'
import { publishCodebook } from '../../services/coding/publish-codebook'
import { readLint } from '../../services/coding/read-lint'
import { retireCode } from '../../services/coding/retire-code'
import { startDraft } from '../../services/coding/start-draft'
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
const bodiless = [...forStaff, 'wrong_origin'] as const

/** The codebook: versions that stay as they were published, and the draft of the next. */
export const codebookRoutes = new Hono<HonoEnv>()
  .get(
    '/codebooks',
    describe({
      summary: 'The versions of the codebook, the newest first',
      ok: { schema: codebookListSchema },
      errors: [...forStaff],
    }),
    async (c) => c.json(await listCodebooks(c.var.ctx)),
  )
  .get(
    '/codebooks/:version',
    describe({
      summary: 'A version of the codebook with its codes',
      ok: { schema: codebookViewSchema },
      errors: [...forStaff, 'invalid_input', 'not_found'],
    }),
    validate('param', versionParamSchema),
    async (c) => c.json(await getCodebook(c.var.ctx, c.req.valid('param').version)),
  )
  .get(
    '/codebooks/:version/lint',
    describe({
      summary: 'What is amiss with a version of the codebook, and the counts that it rests on',
      ok: { schema: lintViewSchema },
      errors: [...forStaff, 'invalid_input', 'not_found'],
    }),
    validate('param', versionParamSchema),
    async (c) => c.json(await readLint(c.var.ctx, c.req.valid('param').version)),
  )
  .post(
    '/codebook-draft',
    describe({
      summary: 'Start the next version with the codes of the last, or answer the draft that there is',
      ok: { schema: codebookViewSchema },
      errors: [...bodiless],
    }),
    async (c) => c.json(await startDraft(c.var.ctx)),
  )
  .post(
    '/codebook-draft/codes',
    describe({
      summary: 'Add a code to the draft; a key of an earlier version brings its code back',
      ok: { schema: codebookViewSchema },
      errors: [...aWrite, 'not_found', 'codebook_draft_changed', 'codebook_full'],
    }),
    validate('json', newCodeSchema),
    async (c) => c.json(await addCode(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/codebook-draft/codes/:id',
    describe({
      summary: 'Give a code of the draft other words',
      ok: { schema: codebookViewSchema },
      errors: [...aWrite, 'not_found', 'codebook_draft_changed'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', codeChangeSchema),
    async (c) => c.json(await changeCode(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/codebook-draft/codes/:id/retire',
    describe({
      summary: 'Leave a code out of the draft',
      ok: { schema: codebookViewSchema },
      errors: [...aWrite, 'not_found', 'codebook_draft_changed'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', retireSchema),
    async (c) => c.json(await retireCode(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/codebook-draft/order',
    describe({
      summary: 'Put the codes of the draft into another order',
      ok: { schema: codebookViewSchema },
      errors: [...aWrite, 'not_found', 'codebook_draft_changed'],
    }),
    validate('json', orderSchema),
    async (c) => c.json(await orderCodes(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/codebook-draft/discard',
    describe({
      summary: 'Throw the draft away; what is published stays',
      ok: { schema: codebookListSchema },
      errors: [...aWrite, 'not_found', 'codebook_draft_changed'],
    }),
    validate('json', discardSchema),
    async (c) => c.json(await discardDraft(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/codebook-draft/publish',
    describe({
      summary: 'Make the draft the codebook by which tags are given',
      ok: { schema: codebookViewSchema },
      errors: [...aWrite, 'not_found', 'codebook_draft_changed', 'codebook_empty'],
    }),
    validate('json', publishCodebookSchema),
    async (c) => c.json(await publishCodebook(c.var.ctx, c.req.valid('json'))),
  )
