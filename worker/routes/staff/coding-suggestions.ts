import { Hono } from 'hono'
import { codingItemSchema } from '../../contract/coding'
import { ordinalParamSchema } from '../../contract/fields'
import {
  countSuggestionsSchema,
  newRunSchema,
  runAnswerSchema,
  settledSchema,
  settleManySchema,
  settleSchema,
  suggestionCountSchema,
  suggestionsSchema,
} from '../../contract/suggestions'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { addSuggestions } from '../../services/coding/add-suggestions'
import { countSuggestions } from '../../services/coding/count-suggestions'
import { getLatestRun } from '../../services/coding/read-run'
import { settleSuggestion } from '../../services/coding/settle-suggestion'
import { settleSuggestions } from '../../services/coding/settle-suggestions'
import { startRun } from '../../services/coding/start-run'
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

/** What the machine proposes, computed in a staff member’s browser; a tag only once a person accepts it. */
export const suggestionRoutes = new Hono<HonoEnv>()
  .get(
    '/suggestion-runs',
    describe({
      summary: 'The latest complete run, with what has become of its suggestions',
      ok: { schema: runAnswerSchema },
      errors: [...forStaff],
    }),
    async (c) => c.json({ run: await getLatestRun(c.var.ctx) }),
  )
  .post(
    '/suggestion-runs',
    describe({
      summary: 'Take down what the machine was run with and the clusters that it found',
      ok: { schema: runAnswerSchema },
      errors: [...aWrite, 'codebook_missing'],
    }),
    validate('json', newRunSchema),
    async (c) => c.json({ run: await startRun(c.var.ctx, c.req.valid('json')) }),
  )
  .post(
    '/suggestion-runs/:id/suggestions',
    describe({
      summary: 'Add a part of what a run proposes; with the last part they count',
      ok: { schema: runAnswerSchema },
      errors: [...aWrite, 'not_found', 'run_complete'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', suggestionsSchema),
    async (c) =>
      c.json({ run: await addSuggestions(c.var.ctx, c.req.valid('param').id, c.req.valid('json')) }),
  )
  .post(
    '/suggestions/count',
    describe({
      summary: 'How many of a cluster are proposed for a code, and a few of them',
      ok: { schema: suggestionCountSchema },
      errors: [...aWrite],
    }),
    validate('json', countSuggestionsSchema),
    async (c) => c.json(await countSuggestions(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/suggestions/settle',
    describe({
      summary: 'Accept or dismiss what was counted of a cluster',
      ok: { schema: settledSchema },
      errors: [...aWrite],
    }),
    validate('json', settleManySchema),
    async (c) => c.json(await settleSuggestions(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/suggestions/:id/settle',
    describe({
      summary: 'Accept or dismiss a suggestion',
      ok: { schema: codingItemSchema },
      errors: [...aWrite, 'not_found', 'coded_blind'],
    }),
    validate('param', ordinalParamSchema),
    validate('json', settleSchema),
    async (c) => c.json(await settleSuggestion(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
