import { Hono } from 'hono'
import {
  agreementViewSchema,
  decidedQuerySchema,
  decidedViewSchema,
  originalViewSchema,
  readOriginalSchema,
} from '../../contract/moderation/decided'
import {
  decisionSchema,
  decisionViewSchema,
  reasonListSchema,
  undoSchema,
  undoViewSchema,
} from '../../contract/moderation/decisions'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { listDecided } from '../../services/moderation/list-decided'
import { listReasons } from '../../services/moderation/list-reasons'
import { readAgreement } from '../../services/moderation/read-agreement'
import { readOriginal } from '../../services/moderation/read-original'
import { stageDecision } from '../../services/moderation/stage-decision'
import { undoDecisions } from '../../services/moderation/undo-decisions'
import { describe } from '../describe'

const sent = ['bad_json', 'unsupported_media_type', 'wrong_origin', 'invalid_input'] as const
const guarded = ['unauthenticated', 'forbidden'] as const

/** What is decided, and what was. */
export const decisionRoutes = new Hono<HonoEnv>()
  .get(
    '/reasons',
    describe({
      summary: 'The reasons a decision can have',
      ok: { schema: reasonListSchema },
      errors: [...guarded],
    }),
    async (c) => c.json({ items: await listReasons(c.var.ctx) }),
  )
  .post(
    '/decisions',
    describe({
      summary: 'Decide on the revision that was read; it takes effect after a grace',
      ok: { schema: decisionViewSchema },
      errors: [
        ...sent,
        ...guarded,
        'not_found',
        'already_decided',
        'revision_changed',
        'held_by_other',
        'act_not_allowed',
        'colleague_required',
        'consultation_closed',
      ],
    }),
    validate('json', decisionSchema),
    async (c) => c.json(await stageDecision(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/decisions/undo',
    describe({
      summary: 'Take back a decision, or all of one act, before it takes effect',
      ok: { schema: undoViewSchema },
      errors: [...sent, ...guarded, 'not_found', 'already_effective'],
    }),
    validate('json', undoSchema),
    async (c) => c.json(await undoDecisions(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/decided',
    describe({
      summary: 'What took effect, newest first',
      ok: { schema: decidedViewSchema },
      errors: [...guarded, 'invalid_input', 'invalid_cursor'],
    }),
    validate('query', decidedQuerySchema),
    async (c) => c.json(await listDecided(c.var.ctx, c.req.valid('query'))),
  )
  .post(
    '/originals',
    describe({
      summary: 'What stands where words are hidden, for a purpose that is recorded',
      ok: { schema: originalViewSchema },
      errors: [...sent, ...guarded, 'not_found'],
    }),
    validate('json', readOriginalSchema),
    async (c) => c.json(await readOriginal(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/agreement',
    describe({
      summary: 'How often two who did not know of each other decided alike',
      ok: { schema: agreementViewSchema },
      errors: [...guarded],
    }),
    async (c) => c.json(await readAgreement(c.var.ctx)),
  )
