import { Hono } from 'hono'
import { ordinalParamSchema } from '../../contract/fields'
import {
  newStandardTextSchema,
  standardTextListSchema,
  standardTextViewSchema,
  standardUseSchema,
  standardWordingSchema,
} from '../../contract/standard-texts'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { addStandardText } from '../../services/standard-texts/add-standard-text'
import { getStandardText } from '../../services/standard-texts/get-standard-text'
import { listStandardTexts } from '../../services/standard-texts/list-standard-texts'
import { retireStandardText } from '../../services/standard-texts/retire-standard-text'
import { rewordStandardText } from '../../services/standard-texts/reword-standard-text'
import { describe } from '../describe'

const guarded = ['unauthenticated', 'forbidden'] as const
const sent = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const

/** Texts that answers and reasons may begin with. */
export const standardTextRoutes = new Hono<HonoEnv>()
  .get(
    '/standard-texts',
    describe({
      summary: 'The standard texts, each with how often it was used',
      ok: { schema: standardTextListSchema },
      errors: [...guarded],
    }),
    async (c) => c.json({ items: await listStandardTexts(c.var.ctx) }),
  )
  .get(
    '/standard-texts/:id',
    describe({
      summary: 'A standard text with all its wordings, and where each was used',
      ok: { schema: standardTextViewSchema },
      errors: [...guarded, 'invalid_input', 'not_found'],
    }),
    validate('param', ordinalParamSchema),
    async (c) => c.json(await getStandardText(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/standard-texts',
    describe({
      summary: 'Add a standard text',
      ok: { schema: standardTextViewSchema, status: 201 },
      errors: [...guarded, ...sent],
    }),
    validate('json', newStandardTextSchema),
    async (c) => c.json(await addStandardText(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/standard-texts/:id/wording',
    describe({
      summary: 'Give a standard text other words from now on',
      ok: { schema: standardTextViewSchema },
      errors: [...guarded, ...sent, 'not_found', 'standard_text_changed'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', standardWordingSchema),
    async (c) => c.json(await rewordStandardText(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/standard-texts/:id/use',
    describe({
      summary: 'Take a standard text out of use, or bring it back',
      ok: { schema: standardTextViewSchema },
      errors: [...guarded, ...sent, 'not_found'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', standardUseSchema),
    async (c) => c.json(await retireStandardText(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
