import { Hono } from 'hono'
import type { ErrorCode } from '../../contract/errors'
import {
  askApprovalSchema,
  entryInputSchema,
  entryPlaceSchema,
  entryRefSchema,
  reopenSchema,
  sendBackSchema,
  sendSchema,
  submissionViewSchema,
  versionHistorySchema,
  versionParamSchema,
  versionViewSchema,
} from '../../contract/submissions'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { getSubmission } from '../../services/submissions/get-submission'
import { getVersion, listVersions } from '../../services/submissions/get-version'
import { removeEntry, restoreEntry, saveEntry } from '../../services/submissions/save-entry'
import { sendSubmission } from '../../services/submissions/send-submission'
import { askApproval, reopenResponse, sendBackResponse } from '../../services/submissions/take-step'
import { describe } from '../describe'

const members: ErrorCode[] = ['unauthenticated', 'forbidden', 'not_found']
const writes: ErrorCode[] = [
  ...members,
  ...(['unsupported_media_type', 'wrong_origin', 'bad_json', 'invalid_input', 'part_required'] as const),
  ...(['consultation_not_open', 'consultation_closed', 'submission_step_refused'] as const),
]
const entries: ErrorCode[] = [...writes, 'submission_entry_changed']
const steps: ErrorCode[] = [...writes, 'submission_changed', 'submission_empty']
const takesPart: ErrorCode[] = ['verified_only']
const holdsFiles: ErrorCode[] = ['uploads_full']

/** The response that the members of an enterprise draft together and send as one. */
export const enterpriseResponseRoutes = new Hono<HonoEnv>()
  .get(
    '/',
    describe({
      summary: 'The draft of one’s enterprise, where it stands, and the measures without an entry',
      ok: { schema: submissionViewSchema },
      errors: members,
    }),
    async (c) => c.json(await getSubmission(c.var.ctx)),
  )
  .post(
    '/entries',
    describe({
      summary: 'Write an entry of the draft, new or in place of the version that was seen',
      ok: { schema: submissionViewSchema },
      errors: [...entries, ...takesPart, ...holdsFiles],
    }),
    validate('json', entryInputSchema),
    async (c) => c.json(await saveEntry(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/entries/remove',
    describe({
      summary: 'Take an entry out of the draft',
      ok: { schema: submissionViewSchema },
      errors: entries,
    }),
    validate('json', entryRefSchema),
    async (c) => c.json(await removeEntry(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/entries/restore',
    describe({
      summary: 'Take an entry of the version that counts into the draft again, without its files',
      ok: { schema: submissionViewSchema },
      errors: [...entries, ...takesPart],
    }),
    validate('json', entryPlaceSchema),
    async (c) => c.json(await restoreEntry(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/approval',
    describe({
      summary: 'Ask for approval: from then on the entries stand as they are',
      ok: { schema: submissionViewSchema },
      errors: steps,
    }),
    validate('json', askApprovalSchema),
    async (c) => c.json(await askApproval(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/send-back',
    describe({
      summary: 'Give the response back to be changed, with a note',
      ok: { schema: submissionViewSchema },
      errors: steps,
    }),
    validate('json', sendBackSchema),
    async (c) => c.json(await sendBackResponse(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/send',
    describe({
      summary: 'Send the response as it was approved; all of it counts in place of the version before',
      ok: { schema: versionViewSchema },
      errors: [...steps, ...takesPart],
    }),
    validate('json', sendSchema),
    async (c) => c.json(await sendSubmission(c.var.ctx, c.req.valid('json'))),
  )
  .post(
    '/reopen',
    describe({
      summary: 'Make a draft of what was sent; the last version counts until another one is sent',
      ok: { schema: submissionViewSchema },
      errors: steps,
    }),
    validate('json', reopenSchema),
    async (c) => c.json(await reopenResponse(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/versions',
    describe({
      summary: 'All versions that were sent, the newest first, each with what it changed',
      ok: { schema: versionHistorySchema },
      errors: members,
    }),
    async (c) => c.json(await listVersions(c.var.ctx)),
  )
  .get(
    '/versions/:number',
    describe({
      summary: 'A version as it was sent, with its hash and the comments that count for it',
      ok: { schema: versionViewSchema },
      errors: members,
    }),
    validate('param', versionParamSchema),
    async (c) => c.json(await getVersion(c.var.ctx, c.req.valid('param').number)),
  )
