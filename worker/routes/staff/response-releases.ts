import { Hono } from 'hono'
import {
  countReleaseSchema,
  releaseCountSchema,
  releaseResponsesSchema,
  releaseViewSchema,
} from '../../contract/responses'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { countRelease } from '../../services/responses/count-release'
import { releaseResponses } from '../../services/responses/release-responses'
import { describe } from '../describe'

const guarded = ['unauthenticated', 'forbidden'] as const
const sent = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const

/** Answers become public together. */
export const responseReleaseRoutes = new Hono<HonoEnv>()
  .post(
    '/response-releases/count',
    describe({
      summary: 'How many approved answers there are to make public, and beside how many comments',
      ok: { schema: releaseCountSchema },
      errors: [...guarded, ...sent],
    }),
    validate('json', countReleaseSchema),
    async (c) => c.json(await countRelease(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/response-releases',
    describe({
      summary: 'Make a set of approved answers public, all or none',
      ok: { schema: releaseViewSchema },
      errors: [
        ...guarded,
        ...sent,
        'not_found',
        'head_required',
        'response_changed',
        'response_step_refused',
      ],
    }),
    validate('json', releaseResponsesSchema),
    async (c) => c.json(await releaseResponses(c.var.ctx, c.req.valid('json'))),
  )
