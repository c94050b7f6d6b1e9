import { Hono } from 'hono'
import * as v from 'valibot'
import {
  deadlinesSchema,
  moderationSettingsSchema,
  reasonRecordSchema,
  reasonRecordsSchema,
  reasonRulesSchema,
  rewordingSchema,
} from '../../contract/settings'
import type { HonoEnv } from '../../hono-env'
import { validate } from '../../middleware/validate'
import { readDeadlines } from '../../services/deadlines/read-deadlines'
import { changeReasonRules } from '../../services/moderation/change-reason-rules'
import { listReasonRecords } from '../../services/moderation/list-reason-records'
import { rewordReason } from '../../services/moderation/reword-reason'
import { changeModerationSettings } from '../../services/settings/change-moderation-settings'
import { getModerationSettings } from '../../services/settings/get-moderation-settings'
import { describe } from '../describe'

const refusals = [
  'bad_json',
  'unsupported_media_type',
  'unauthenticated',
  'forbidden',
  'wrong_origin',
  'invalid_input',
  'not_found',
] as const
const reasonParam = v.object({ id: v.pipe(v.string(), v.maxLength(50)) })

/** How this consultation is moderated, and whether it keeps its promise. */
export const settingsRoutes = new Hono<HonoEnv>()
  .get(
    '/deadlines',
    describe({
      summary: 'What waits by the day it is due, and the pace',
      ok: { schema: deadlinesSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json(await readDeadlines(c.var.ctx)),
  )
  .get(
    '/settings',
    describe({
      summary: 'How this consultation is moderated',
      ok: { schema: moderationSettingsSchema },
      errors: ['unauthenticated', 'forbidden', 'not_found'],
    }),
    async (c) => c.json(await getModerationSettings(c.var.ctx)),
  )
  .post(
    '/settings',
    describe({
      summary: 'Change how this consultation is moderated, from the next decision on',
      ok: { schema: moderationSettingsSchema },
      errors: [...refusals],
    }),
    validate('json', moderationSettingsSchema),
    async (c) => c.json(await changeModerationSettings(c.var.ctx, c.req.valid('json'))),
  )
  .get(
    '/reason-records',
    describe({
      summary: 'Every reason with all its wordings',
      ok: { schema: reasonRecordsSchema },
      errors: ['unauthenticated', 'forbidden'],
    }),
    async (c) => c.json({ items: await listReasonRecords(c.var.ctx) }),
  )
  .post(
    '/reason-records/:id/wording',
    describe({
      summary: 'Give a reason other words; earlier decisions keep theirs',
      ok: { schema: reasonRecordSchema },
      errors: [...refusals],
    }),
    validate('param', reasonParam),
    validate('json', rewordingSchema),
    async (c) => c.json(await rewordReason(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
  .post(
    '/reason-records/:id/rules',
    describe({
      summary: 'Change what follows from a reason',
      ok: { schema: reasonRecordSchema },
      errors: [...refusals],
    }),
    validate('param', reasonParam),
    validate('json', reasonRulesSchema),
    async (c) => c.json(await changeReasonRules(c.var.ctx, c.req.valid('param').id, c.req.valid('json'))),
  )
