import { Hono } from 'hono'
import { ordinalParamSchema } from '../../contract/fields'
import { groupQuerySchema, groupViewSchema } from '../../contract/moderation/groups'
import {
  dealSchema,
  handViewSchema,
  keptHandSchema,
  passSchema,
  releaseSchema,
} from '../../contract/moderation/hand'
import { queueQuerySchema, queueViewSchema, reviewViewSchema } from '../../contract/moderation/queue'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { dealHand } from '../../services/reviews/deal-hand'
import { getGroup } from '../../services/reviews/get-group'
import { getReview } from '../../services/reviews/get-review'
import { keepHand, releaseHand } from '../../services/reviews/keep-hand'
import { passReview } from '../../services/reviews/pass-review'
import { readQueue } from '../../services/reviews/read-queue'
import { takeOverReview } from '../../services/reviews/take-over-review'
import { describe } from '../describe'

const aWrite = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const
const forModerators = ['unauthenticated', 'forbidden'] as const

/** What waits, and who has it in hand. */
export const queueRoutes = new Hono<HonoEnv>()
  .get(
    '/queue',
    describe({
      summary: 'What waits for a moderator, longest first',
      ok: { schema: queueViewSchema },
      errors: [...forModerators, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', queueQuerySchema),
    async (c) => c.json(await readQueue(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/hand',
    describe({
      summary: 'Deal a hand of a part of the queue that nobody else gets; answers all that is held of it',
      ok: { schema: handViewSchema },
      errors: [...forModerators, ...aWrite],
    }),
    validate('json', dealSchema),
    async (c) => c.json(await dealHand(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/hand/keep',
    describe({
      summary: 'Say that the moderator is still there: what is held stays held for another while',
      ok: { schema: keptHandSchema },
      errors: [...forModerators, 'wrong_origin'],
    }),
    async (c) => c.json(await keepHand(c.var.ctx)),
  )
  .post(
    '/hand/release',
    describe({
      summary: 'Give back what is held, or these of it',
      ok: { schema: keptHandSchema },
      errors: [...forModerators, ...aWrite],
    }),
    validate('json', releaseSchema),
    async (c) => c.json(await releaseHand(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/reviews/:id',
    describe({
      summary: 'A piece of work that is open',
      ok: { schema: reviewViewSchema },
      errors: [...forModerators, 'invalid_input', 'not_found'],
    }),
    validate('param', ordinalParamSchema),
    async (c) => c.json(await getReview(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/reviews/:id/take-over',
    describe({
      summary: 'Take a piece of work in hand, from a colleague too; that is recorded',
      ok: { schema: reviewViewSchema },
      errors: [
        ...forModerators,
        'wrong_origin',
        'invalid_input',
        'not_found',
        'already_decided',
        'held_by_other',
        'colleague_required',
      ],
    }),
    validate('param', ordinalParamSchema),
    async (c) => c.json(await takeOverReview(c.var.ctx, c.req.valid('param').id)),
  )
  .post(
    '/reviews/:id/pass',
    describe({
      summary: 'Pass a piece of work to a colleague, who alone is dealt it from then on',
      ok: { schema: reviewViewSchema },
      errors: [
        ...forModerators,
        ...aWrite,
        'not_found',
        'already_decided',
        'held_by_other',
        'colleague_required',
      ],
    }),
    validate('param', ordinalParamSchema),
    validate('json', passSchema),
    async (c) => c.json(await passReview(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .get(
    '/groups/:id',
    describe({
      summary: 'The members of a group of near-identical comments, in order of arrival',
      ok: { schema: groupViewSchema },
      errors: [...forModerators, 'invalid_input', 'invalid_cursor', 'not_found'],
    }),
    validate('param', ordinalParamSchema),
    validate('query', groupQuerySchema),
    async (c) => c.json(await getGroup(c.var.ctx, c.req.valid('param').id, c.req.valid('query'))),
  )
