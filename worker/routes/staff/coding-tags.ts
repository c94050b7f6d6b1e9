import { Hono } from 'hono'
import * as v from 'valibot'
import {
  codingItemSchema,
  codingPageSchema,
  codingQuerySchema,
  newTagSchema,
  textsPageSchema,
  textsQuerySchema,
} from '../../contract/coding'
import { publicIdSchema } from '../../contract/comments'
import { ordinalParamSchema } from '../../contract/fields'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { getItem } from '../../services/coding/get-item'
import { listItems } from '../../services/coding/list-items'
import { listTexts } from '../../services/coding/list-texts'
import { putTag } from '../../services/coding/put-tag'
import { removeTag } from '../../services/coding/remove-tag'
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
const publicIdParam = v.object({ publicId: publicIdSchema })

/** Comments and the codes on them. */
export const tagRoutes = new Hono<HonoEnv>()
  .get(
    '/comments',
    describe({
      summary: 'Admissible comments with their tags and open suggestions, in order of arrival',
      ok: { schema: codingPageSchema },
      errors: [...forStaff, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', codingQuerySchema),
    async (c) => c.json(await listItems(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/comments/:publicId',
    describe({
      summary: 'An admissible comment with its tags, those taken off again too',
      ok: { schema: codingItemSchema },
      errors: [...forStaff, 'invalid_input', 'not_found'],
    }),
    validate('param', publicIdParam),
    async (c) => c.json(await getItem(c.var.ctx, c.req.valid('param').publicId)),
  )
  .post(
    '/comments/:publicId/tags',
    describe({
      summary: 'Put a code on a comment or on a passage of it',
      ok: { schema: codingItemSchema },
      errors: [...aWrite, 'not_found', 'revision_changed', 'coded_blind', 'codebook_missing'],
    }),
    validate('param', publicIdParam),
    validate('json', newTagSchema),
    async (c) => c.json(await putTag(c.var.ctx, c.req.valid('param').publicId, c.req.valid('json'))),
  )
  .post(
    '/tags/:id/remove',
    describe({
      summary: 'Take a tag off; that it was there is kept',
      ok: { schema: codingItemSchema },
      errors: [...bodiless, 'invalid_input', 'not_found', 'coded_blind'],
    }),
    validate('param', ordinalParamSchema),
    async (c) => c.json(await removeTag(c.var.ctx, c.req.valid('param').id)),
  )
  .get(
    '/texts',
    describe({
      summary:
        'The texts of admissible comments with the codes that people gave them, for the machine to sort',
      ok: { schema: textsPageSchema },
      errors: [...forStaff, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', textsQuerySchema),
    async (c) => c.json(await listTexts(c.var.ctx, c.req.valid('query'))),
  )
