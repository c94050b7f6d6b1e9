import { Hono } from 'hono'
import { annexReadersSchema, nameReaderSchema, openAnnexSchema } from '../../contract/annexes'
import { caseParamSchema } from '../../contract/casework'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { listReaders, nameReader } from '../../services/annexes/name-readers'
import { openAnnex } from '../../services/annexes/open-annex'
import { describe } from '../describe'
import { sendForeign } from '../download'

const ofWrites = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const

/** The confidential annexes of comments, and who is named to read them. */
export const annexRoutes = new Hono<HonoEnv>()
  .post(
    '/annexes/:publicId/open',
    describe({
      summary:
        'A confidential annex, for named readers alone; who opened it and what for is recorded and shown to its author',
      ok: { file: 'application/octet-stream' },
      errors: ['unauthenticated', 'forbidden', ...ofWrites, 'not_found', 'annex_damaged'],
    }),
    validate('param', caseParamSchema),
    validate('json', openAnnexSchema),
    async (c) => sendForeign(await openAnnex(c.var.ctx, c.req.valid('param').publicId, c.req.valid('json'))),
  )
  .get(
    '/annex-readers',
    describe({
      summary: 'Who is named to read the confidential annexes of the consultation',
      ok: { schema: annexReadersSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await listReaders(c.var.ctx)),
  )
  .post(
    '/annex-readers',
    describe({
      summary:
        'Name somebody of the staff to read them, or take that back: an administrator or the head of a unit',
      ok: { schema: annexReadersSchema },
      errors: ['unauthenticated', 'forbidden', ...ofWrites, 'head_required'],
    }),
    validate('json', nameReaderSchema),
    async (c) => c.json(await nameReader(c.var.ctx, c.req.valid('json'))),
  )
