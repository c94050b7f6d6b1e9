import { Hono } from 'hono'
import * as v from 'valibot'
import { cursorSchema, measureKeySchema } from '../../contract/comments'
import { fieldCode } from '../../contract/errors'
import {
  changeClauseSchema,
  clauseChangeListSchema,
  clauseChangesQuerySchema,
  draftMeasureSchema,
  orphanPageSchema,
  publishRevisionSchema,
  revisionNumberSchema,
  revisionsOverviewSchema,
  staffRevisionViewSchema,
  startRevisionSchema,
} from '../../contract/revisions'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { changeClause } from '../../services/plan-revisions/change-clause'
import { listClauseChanges } from '../../services/plan-revisions/list-clause-changes'
import { listOrphans } from '../../services/plan-revisions/list-orphans'
import { publishRevision } from '../../services/plan-revisions/publish-revision'
import { readDraftMeasure } from '../../services/plan-revisions/read-draft-measure'
import { readOverview } from '../../services/plan-revisions/read-overview'
import { readRevision } from '../../services/plan-revisions/read-revision'
import { startRevision } from '../../services/plan-revisions/start-revision'
import { describe } from '../describe'

const reads = ['unauthenticated', 'forbidden', 'invalid_input', 'not_found'] as const
const writes = ['bad_json', 'unsupported_media_type', 'wrong_origin', ...reads] as const

/** The plan's next revision: what opinions change in its text, and what comes loose by it. */
export const revisionRoutes = new Hono<HonoEnv>()
  .get(
    '/clause-changes',
    describe({
      summary: 'The changes of clauses that a disposition can name, those of the draft included',
      ok: { schema: clauseChangeListSchema },
      errors: [...reads],
    }),
    validate('query', clauseChangesQuerySchema),
    async (c) => c.json(await listClauseChanges(c.var.ctx, c.req.valid('query'))),
  )
  .get(
    '/revisions',
    describe({
      summary: 'The revisions of the plan, the draft, and where opinions ask for changes',
      ok: { schema: revisionsOverviewSchema },
      errors: [...reads],
    }),
    async (c) => c.json(await readOverview(c.var.ctx)),
  )
  .get(
    '/revisions/:number',
    describe({
      summary: 'A revision, the draft included: each change with old and new text and what caused it',
      ok: { schema: staffRevisionViewSchema },
      errors: [...reads],
    }),
    validate('param', v.object({ number: revisionNumberSchema })),
    async (c) => c.json(await readRevision(c.var.ctx, c.req.valid('param').number)),
  )
  .get(
    '/revisions/measures/:key',
    describe({
      summary: 'A measure as the draft has it, beside the opinions that ask for changes',
      ok: { schema: draftMeasureSchema },
      errors: [...reads],
    }),
    validate('param', v.object({ key: measureKeySchema })),
    async (c) => c.json(await readDraftMeasure(c.var.ctx, c.req.valid('param').key)),
  )
  .post(
    '/revisions',
    describe({
      summary: 'Open the next revision of the plan as a draft',
      ok: { schema: revisionsOverviewSchema, status: 201 },
      errors: [...writes, 'draft_exists'],
    }),
    validate('json', startRevisionSchema),
    async (c) => c.json(await startRevision(c.var.ctx, c.req.valid('json')), 201),
  )
  .post(
    '/revision-draft/changes',
    describe({
      summary: 'Amend, add or remove a clause in the draft, or take a change back',
      ok: { schema: draftMeasureSchema },
      errors: [...writes, 'draft_missing', 'draft_changed', 'change_in_use'],
    }),
    validate('json', changeClauseSchema),
    async (c) => c.json(await changeClause(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/revision-draft/publish',
    describe({
      summary: 'Publish the draft as it was seen; for heads of a unit and administrators',
      ok: { schema: revisionsOverviewSchema },
      errors: [...writes, 'draft_missing', 'draft_changed', 'nothing_to_publish', 'targets_lost'],
    }),
    validate('json', publishRevisionSchema),
    async (c) => c.json(await publishRevision(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/orphans',
    describe({
      summary: 'Comments whose clause was removed or whose passage is gone',
      ok: { schema: orphanPageSchema },
      errors: [...reads, 'invalid_cursor'],
    }),
    validate(
      'query',
      v.strictObject(
        { measure: v.optional(measureKeySchema), after: cursorSchema },
        fieldCode('unknown_key'),
      ),
    ),
    async (c) => c.json(await listOrphans(c.var.ctx, c.req.valid('query'))),
  )
